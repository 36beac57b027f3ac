"""
A layer, a loss, a stage of a pipeline or the like is called without an argument that it cannot do without.

## Why it hurts
Some sizes have no sensible default: how many units, how wide a kernel. For others Keras 2 had one and Keras 3 has none,
so that what a tutorial writes with empty parentheses, such as `AveragePooling2D()`, stops today.

## Example
    import keras

    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.AveragePooling2D()])

## Instead
    import keras

    model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.AveragePooling2D(2)])
"""

import ast
import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at, calls_around, function_around
from etude.diagnoses.source import Source, call_line, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-2", "dev-6")
GUIDE = "Keras API: Layers"
EXPLAINS = ()

# What is made, a method of a dataset, or a function of NumPy.
_MISSING = re.compile(
    r"(?:(?P<owner>\w+)\.__init__|(?:Dataset(?:V\d)?\.)?(?P<method>\w+))\(\) "
    r"missing \d+ required positional arguments?: "
)
_MISSING_IN_METHOD = re.compile(
    r"\w+\.(?P<method>[a-z]\w*)\(\) missing \d+ required positional arguments?: '(?P<name>\w+)'"
)
# TensorFlow names none, and what is called through a wrapper is told without its own name.
_LEFT_OUT = re.compile(r"^Missing required (?:positional )?argument|^missing a required argument")
_NAME = re.compile(r"'(\w+)'")
# What people mostly give; for pool_size it is what Keras 2 took by itself.
_USUAL = {
    "pool_size": "2",
    "kernel_size": "3",
    "rate": "0.2",
    "size": "2",
    "n": "3",
    "axis": "0",
    "buffer_size": "1000",
    "batch_size": "32",
}
# Refusals of Keras and TensorFlow: the words, the call, and what to give it.
_TOLD_BY_NAME = (
    (
        re.compile(r"Missing required argument: 'Tout'"),
        "py_function",
        "py_function(read, [path], tf.float32): the dtype of what it returns, or a list of them",
    ),
    (
        re.compile(r"must pass a `shape` argument"),
        "Input",
        "Input((4,)), the shape of one example, without the number of examples",
    ),
    (
        re.compile(r"need to set either `num_bins` or `bin_boundaries`"),
        "Discretization",
        "Discretization(num_bins=4) and adapt it, or bin_boundaries=[0.0, 1.0, 2.0]",
    ),
    (
        re.compile(r"num_tokens must be set"),
        "CategoryEncoding",
        "CategoryEncoding(num_tokens=n), with n one more than the largest number",
    ),
    (
        re.compile(r"At least one of the `left_size` or `right_size` must be specified"),
        "split_dataset",
        "split_dataset(x, left_size=0.8): the share that comes out first",
    ),
    (
        re.compile(r"creating a Variable from an initializer, the `shape` argument"),
        "Variable",
        'Variable("zeros", shape=(4, 8)): an initializer makes values of any shape, and has to be told which',
    ),
    (
        re.compile(r"specify the \"origin\" argument"),
        "get_file",
        "get_file(origin=url); a file that is here already is read by its path, without get_file",
    ),
    (
        re.compile(r"either a layer name or layer index at `get_layer`"),
        "get_layer",
        "get_layer(name), as model.summary() tells it, or get_layer(index=0)",
    ),
    (
        re.compile(r"both `mean` and `variance` must be set"),
        "Normalization",
        "give both, Normalization(mean=..., variance=...); or neither, and adapt it on the training inputs",
    ),
    (
        re.compile(r"`idf_weights` must be set if output_mode is 'tf_idf'"),
        "set_vocabulary",
        "set_vocabulary(words, idf_weights=weights), or adapt the layer on the texts, which finds both",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    return (
        _of_the_parent(evidence)
        or _while_making(evidence)
        or _told_by_name(evidence)
        or _of_a_function(evidence)
    )


def _of_a_function(evidence: Evidence) -> Finding | None:
    """What the function that is called needs, and was not given."""
    error = evidence.error
    called = error.called if error and _LEFT_OUT.search(error.message) else None
    if error is None or called is None:
        return None
    call = call_at(evidence.source, error.line, called.name.rpartition(".")[2])
    if call is None or any(one.arg is None for one in call.keywords):
        return None
    by_place = [one.name for one in called.parameters if one.by_place][: len(call.args)]
    given = {*by_place, *(one.arg for one in call.keywords)}
    missing = [one.name for one in called.parameters if one.needed and one.name not in given]
    return _finding(call, called.name, missing) if missing else None


def _of_the_parent(evidence: Evidence) -> Finding | None:
    """``super().build()`` in a ``build(self, input_shape)``."""
    error = evidence.error
    found = (
        _MISSING_IN_METHOD.search(error.message) if error and error.type == "TypeError" else None
    )
    inside = function_around(evidence.source, error.line) if error else None
    if error is None or found is None or inside is None or inside.name != found["method"]:
        return None
    own = [one.arg for one in inside.args.args[1:]]
    asked = f"super().{inside.name}({', '.join(own)})"
    if not own or "super(" not in evidence.source.line_text(error.line):
        return None
    return Finding(
        line=error.line,
        evidence=f"{inside.name} of the parent class is called without {found['name']}, which it takes too",
        change=f"pass on what your own {inside.name} was given: {asked}",
        about=inside.name,
    )


def _told_by_name(evidence: Evidence) -> Finding | None:
    """What Python would let pass, since one of several is enough, or the value could be None."""
    error = evidence.error
    for said, name, change in _TOLD_BY_NAME if error is not None else ():
        if (
            error is not None
            and said.search(error.message)
            and error.raised_by.startswith(("keras.", "tensorflow."))
        ):
            call = next(reversed(_named(evidence.source, error.line, name)), None)
            owner = last_name(call.func) if call is not None else name
            return Finding(
                line=call_line(call) if call is not None else error.line,
                about=owner,
                evidence=f"{owner} is not given what it cannot do without",
                change=change,
            )
    return None


def _named(source: Source, line: int, name: str) -> list[ast.Call]:
    calls = calls_around(source, line)
    return [one for one in calls if last_name(one.func) in (name, f"{name}Layer")]


def _while_making(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = _MISSING.search(error.message) if error and error.type == "TypeError" else None
    if error is None or found is None:
        return None
    owner, names = found["owner"] or found["method"], _NAME.findall(error.message[found.end() :])
    call = call_at(evidence.source, error.line, owner)
    if call is None or not names or _is_own(evidence.source, owner):
        return None
    return _finding(call, owner, names)


def _finding(call: ast.Call, owner: str, names: Sequence[str]) -> Finding:
    return Finding(
        line=call_line(call),
        evidence=f"{owner} is given no {' and no '.join(names)}, and takes nothing in its place",
        change=_change(owner, names),
        about=owner,
    )


def _is_own(source: Source, name: str) -> bool:
    """Whether the person's file defines it: why it lacks an argument is then another question."""
    return f"class {name}" in source.text or f"def {name}" in source.text


def _change(owner: str, names: Sequence[str]) -> str:
    given = ", ".join(f"{name}={_USUAL.get(name, '...')}" for name in names)
    return f"{owner}({given})"
