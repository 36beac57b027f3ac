"""
A whole array stands where Python wants one number, or one yes or no.

## Why it hurts
`if`, `and`, `float()` and `"%.2f"` need a single value, and an array of several has none to give: is it true when all are,
or one of them? `predict` gives an array with a row for each example, even for one example and one output. Compare place by place
and choose with a mask or `np.where`, or take the number out first.

## Example
    import numpy as np

    probabilities = np.array([[0.2], [0.9]])
    if probabilities > 0.5:
        print("yes")

## Instead
    import numpy as np

    probabilities = np.array([[0.2], [0.9]])
    print(np.where(probabilities > 0.5, "yes", "no"))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "model-13")
GUIDE = "Keras API: Model training, predict"
EXPLAINS = ()

_TRUTH = re.compile(r"truth value of an? (?P<what>array|Series|DataFrame|Index)\b.* is ambiguous")
_NUMBER = re.compile(
    r"only (?:0-dimensional|length-1|size-1) arrays can be converted to Python scalars"
    r"|unsupported format string passed to numpy\.ndarray|%[a-z] format: a real number is required, not (?:numpy\.)?ndarray"
)
# In a graph `if` and `filter` want one yes or no as well; while a model is put together there are no values at all.
_CONDITION = re.compile(
    r"condition of (?P<what>\w+) statement expected to be `tf\.bool` scalar, got .*?shape=\((?P<shape>[^)]*)\)"
)
_PREDICATE = re.compile(
    r"`predicate` must return a `tf\.bool` scalar.*?shape=\((?P<shape>[^)]*)\), dtype=tf\.(?P<dtype>\w+)"
)
_NO_VALUES = re.compile(
    r"[Ss]ymbolic `?(?:tf\.|Keras)?Tensor`? (?:as a Python `bool`|cannot be .*bool)"
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    if found := _TRUTH.search(error.message):
        return Finding(
            line=error.line,
            evidence=f"line {error.line} asks for one yes or no, and the {found['what']} has one for each of its places",
            change="np.where(condition, a, b) or a mask, x[x > 0.5], for each place; .any() or .all() for one answer; "
            "& and | in place of and, or",
        )
    if _NUMBER.search(error.message):
        return Finding(
            line=error.line,
            evidence=f"line {error.line} wants one number, and gets an array",
            change="take it out first: predictions[0, 0] of one example and one output, or .item() of an array that holds one number",
        )
    return _in_a_graph(error)


def _in_a_graph(error: Error) -> Finding | None:
    if found := _CONDITION.search(error.message):
        return Finding(
            line=error.line,
            evidence=f"this {found['what']} wants one yes or no, and gets a tensor of shape ({found['shape']})",
            change="tf.where(condition, a, b) chooses for each place; tf.reduce_any or tf.reduce_all gives one answer",
        )
    if found := _PREDICATE.search(error.message):
        return Finding(
            line=error.line,
            evidence=f"filter wants one yes or no for each element, and its function gives {found['dtype']} of shape ({found['shape']})",
            change="return a comparison, such as label == 3, and filter before batch: each element is then one example",
        )
    if _NO_VALUES.search(error.message):
        return Finding(
            line=error.line,
            evidence=f"line {error.line} asks a tensor for a yes or no while the model is put together, when it has no values yet",
            change="keras.ops.where(condition, a, b) chooses for each place once there are values, keras.ops.cond between two ways",
        )
    return None
