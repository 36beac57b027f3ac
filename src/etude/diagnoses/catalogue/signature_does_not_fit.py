"""
A `tf.function` is given a tensor that its signature does not allow.

## Why it hurts
`input_signature` says once and for all which shapes and dtypes a function is traced for. A size that is written there as a number allows that
number alone, so the smaller last batch, or one example at a time, stops the program; `None` allows any size.

## Example
    import tensorflow as tf

    @tf.function(input_signature=[tf.TensorSpec((32, 4), tf.float32)])
    def total(rows):
        return tf.reduce_sum(rows)

    total(tf.ones((20, 4)))

## Instead
    import tensorflow as tf

    @tf.function(input_signature=[tf.TensorSpec((None, 4), tf.float32)])
    def total(rows):
        return tf.reduce_sum(rows)

    total(tf.ones((20, 4)))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-2", "deploy-3", "dev-3")
GUIDE = "TensorFlow guide: Better performance with tf.function"
EXPLAINS = ()

_SPEC = r"TensorSpec\(shape=(?P<{0}_shape>\([^)]*\)|<unknown>), dtype=tf\.(?P<{0}_dtype>\w+)"
_SAID = re.compile(
    f"Can not cast {_SPEC.format('given')}.*? to {_SPEC.format('wanted')}", re.DOTALL
)

_TOO_MANY = re.compile(
    r"Binding inputs to tf\.function failed due to `too many positional arguments`(?:.*signature: \(\*, (?P<name>\w+))?",
    re.DOTALL,
)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return _by_place(evidence)
    error, found = stopped
    return Finding(
        line=error.line,
        evidence=f"the signature allows {found['wanted_dtype']} {found['wanted_shape']}, and the call gives "
        f"{found['given_dtype']} {found['given_shape']}",
        change=_change(found),
    )


def _by_place(evidence: Evidence) -> Finding | None:
    """A signature of a loaded model, whose inputs have names."""
    stopped = said(evidence, _TOO_MANY)
    if stopped is None:
        return None
    error, found = stopped
    name = found["name"] or "inputs"
    return Finding(
        line=error.line,
        evidence=f"a signature takes tensors by their names, here {name}, and is given something else by place",
        change=f"{name}=tf.constant(x); the names stand in structured_input_signature, and the answer is a dictionary",
    )


def _change(found: re.Match[str]) -> str:
    if found["given_dtype"] != found["wanted_dtype"]:
        return f"tf.cast(x, tf.{found['wanted_dtype']}) before the call, or {found['given_dtype']} in the signature"
    wanted, given = _sizes(found["wanted_shape"]), _sizes(found["given_shape"])
    if len(wanted) != len(given):
        return f"as many axes as the signature has: {found['wanted_shape']}; x[None] adds one for the batch"
    both = zip(wanted, given, strict=True)
    open_ones = [None if one != other else one for one, other in both]
    return f"TensorSpec({tuple(open_ones)}, tf.{found['wanted_dtype']}): None allows any size"


def _sizes(shape: str) -> tuple[int | None, ...]:
    return tuple(ast.literal_eval(shape)) if shape.startswith("(") else ()
