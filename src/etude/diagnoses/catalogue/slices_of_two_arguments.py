"""
`from_tensor_slices` is not given its inputs and labels as one tuple.

## Why it hurts
It takes one argument, which is cut along the first axis. A second one is taken for the name of the dataset,
and a list `[x, y]` for one tensor with two rows. Mostly that fails with a message about something else; when
both have one shape a list passes, and the dataset has two elements: all inputs, then all labels.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(40, 4)).astype("float32")
    y = np.random.default_rng(0).integers(0, 2, 40)
    training_data = tf.data.Dataset.from_tensor_slices(x, y).shuffle(40).batch(8)

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(40, 4)).astype("float32")
    y = np.random.default_rng(0).integers(0, 2, 40)
    training_data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(40).batch(8)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "data-7", "dev-3")
GUIDE = "TensorFlow API: tf.data.Dataset.from_tensor_slices"
EXPLAINS = (
    "array_taken_for_one_number",
    "sizes_differ_in_batch",
    "not_shuffled",
    "too_many_by_place",
)

_MAKERS = ("from_tensor_slices", "from_tensors")


def match(evidence: Evidence) -> Finding | None:
    for call in (call for name in _MAKERS for call in evidence.source.calls(name)):
        what = _given(call)
        if what and _did_harm(evidence, call):
            inner = what.strip("[]")
            name = getattr(call.func, "attr", _MAKERS[0])
            return Finding(
                line=call_line(call),
                evidence=f"{name} takes one argument and is given {what}",
                change=f"write one tuple: {name}(({inner}))",
            )
    return None


def _given(call: ast.Call) -> str:
    """Two positional arguments, or a list of two names; "" for everything else."""
    if len(call.args) == 2 and not isinstance(call.args[1], ast.Constant):
        return ", ".join(ast.unparse(argument) for argument in call.args)
    only = call.args[0] if len(call.args) == 1 else None
    if not isinstance(only, ast.List) or len(only.elts) != 2:
        return ""
    plain = all(isinstance(part, ast.Name | ast.Subscript) for part in only.elts)
    return ast.unparse(only) if plain else ""


def _did_harm(evidence: Evidence, call: ast.Call) -> bool:
    """Whether it failed there, or made a dataset of two elements."""
    lines = range(call.lineno, (call.end_lineno or call.lineno) + 1)
    if any(frame.line in lines for error in evidence.errors for frame in error.frames):
        return True
    stages = [stage for data in evidence.datasets() for stage in data.stages]
    made = [stage for stage in stages if stage.op in _MAKERS and stage.line in lines]
    return any(stage.parameters.get("elements") == 2 for stage in made) and _has_labels(call)


def _has_labels(call: ast.Call) -> bool:
    """Whether the second part is named as labels are: two paths in a list are two elements."""
    name = ast.unparse(getattr(call.args[0], "elts", call.args)[-1]).lower()
    return name.startswith("y") or any(word in name for word in ("label", "target", "class"))
