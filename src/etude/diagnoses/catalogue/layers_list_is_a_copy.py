"""
A model's list of layers is changed, but that list is a copy: the model stays as it was.

## Why it hurts
`model.layers` is made anew each time that it is asked for. `base.layers.pop()` takes the last layer out of a list that
nobody keeps, and the network still ends in its old classifier: what is built on top learns from a thousand probabilities
instead of features, or hardly at all.

## Example
    import keras

    base = keras.Sequential(
        [keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(3)]
    )
    base.layers.pop()
    features = base(keras.ops.ones((1, 4)))

## Instead
    import keras

    base = keras.Sequential(
        [keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(3)]
    )
    shorter = keras.Model(base.inputs, base.layers[-2].output)
    features = shorter(keras.ops.ones((1, 4)))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name, value_of
from etude.diagnoses.source import Source, call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-11", "model-4", "dev-3")
GUIDE = "Keras guide: The Functional API"
EXPLAINS = ("trained_too_short", "stuck_at_majority", "predicts_constant")

_CHANGES = ("append", "clear", "extend", "insert", "pop", "remove", "reverse")
_KERAS = ("keras", "tensorflow")


def match(evidence: Evidence) -> Finding | None:
    for statement in evidence.source.all(ast.Expr):
        call = statement.value
        name = _changed(call)
        if isinstance(call, ast.Call) and name and _is_model(evidence.source, name, call.lineno):
            return Finding(
                line=call_line(call),
                about=name,
                evidence=f"`{ast.unparse(call)}` changes a list that {name} has made for this line only, and {name} "
                "keeps the layers that it had",
                change=f"build what you want of them: keras.Model({name}.inputs, {name}.layers[-2].output); a ready-made "
                "network leaves its classifier out with include_top=False",
            )
    return None


def _changed(node: ast.expr) -> str:
    """Whose list of layers this statement changes, as in ``base.layers.pop()``; "" for anything else."""
    method = node.func if isinstance(node, ast.Call) else None
    if not isinstance(method, ast.Attribute) or method.attr not in _CHANGES:
        return ""
    layers = method.value
    is_list = isinstance(layers, ast.Attribute) and layers.attr == "layers"
    owner = layers.value if is_list and isinstance(layers, ast.Attribute) else None
    return owner.id if isinstance(owner, ast.Name) else ""


def _is_model(source: Source, name: str, line: int) -> bool:
    """Whether the name was given what a call of Keras made: classes of one's own may keep a list."""
    made = value_of(source, name, before=line)
    return isinstance(made, ast.Call) and full_name(source, made.func).split(".")[0] in _KERAS
