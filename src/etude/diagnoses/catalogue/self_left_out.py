"""
A method does not take its object first.

## Why it hurts
Python hands the object itself to each method, before what stands in the brackets. A method that is defined without a place for it, `def
call(inputs)`, gets the layer in `inputs`, and stops since it is given one argument more than it takes.

## Example
    import keras
    import tensorflow as tf

    class Double(keras.layers.Layer):
        def call(inputs):
            return 2 * inputs

    Double()(tf.ones((2, 3)))

## Instead
    import keras
    import tensorflow as tf

    class Double(keras.layers.Layer):
        def call(self, inputs):
            return 2 * inputs

    Double()(tf.ones((2, 3)))
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-5", "model-6", "dev-3")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = (
    "too_many_by_place",
    "argument_left_out",
    "call_takes_one_input",
    "hook_has_other_arguments",
)

_SAID = re.compile(
    r"(?:(?P<owner>\w+)\.(?P<method>\w+)\(\) )?(?:takes (?:from \d+ to )?\d+ positional arguments? but \d+ (?:was|were) given"
    r"|too many positional arguments|got multiple values for argument)"
)
_OF_NO_OBJECT = ("staticmethod", "classmethod")
_FIRST = ("self", "cls", "mcs", "this", "_")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = _SAID.search(error.message) if error and error.type == "TypeError" else None
    if found is None:
        return None
    for owner, method in _without_a_place(evidence.source):
        if not found["owner"] or (owner, method.name) == (found["owner"], found["method"]):
            taken = [one.arg for one in method.args.args]
            return Finding(
                line=method.lineno,
                about=method.name,
                evidence=f"{owner}.{method.name} takes {', '.join(taken) or 'nothing'}, and Python hands it the object first",
                change=f"def {method.name}({', '.join(['self', *taken])}):",
            )
    return None


def _without_a_place(source: Source) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Methods whose first argument is no object by its name, with their class."""
    for made in source.all(ast.ClassDef):
        for method in made.body:
            if not isinstance(method, ast.FunctionDef) or method.args.vararg:
                continue
            first = next((one.arg for one in [*method.args.posonlyargs, *method.args.args]), "")
            free = any(last_name(one) in _OF_NO_OBJECT for one in method.decorator_list)
            if first not in _FIRST and not free:
                yield made.name, method
