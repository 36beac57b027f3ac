"""
A layer that joins branches gets branches whose shapes do not fit together.

## Why it hurts
`Concatenate` wants as many axes in every branch, and the same size on each of them but the one along which it joins.
`Add`, `Multiply` and `Average` work place by place and want the same size everywhere, or 1. A branch with steps or a
picture has axes that a branch of plain features has not, and a shortcut around a layer keeps its own width.

## Example
    import keras
    from keras import layers

    words = keras.Input((20,))
    facts = keras.Input((3,))
    read = layers.LSTM(8, return_sequences=True)(layers.Embedding(100, 4)(words))
    joined = layers.Concatenate()([read, layers.Dense(8)(facts)])

## Instead
    import keras
    from keras import layers

    words = keras.Input((20,))
    facts = keras.Input((3,))
    read = layers.LSTM(8)(layers.Embedding(100, 4)(words))
    joined = layers.Concatenate()([read, layers.Dense(8)(facts)])
"""

import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.refusals import refused_branches, shapes_in
from etude.diagnoses.stops import told_shape
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "model-7")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = ()

_BY_PLACE = re.compile(
    r"Inputs have incompatible shapes\. Received shapes (?P<shapes>\(.*?\) and \(.*?\))"
)
_DOT = re.compile(r"axis values (?P<one>\d+) \(at axis (?P<axis>\d+)\) != (?P<other>\d+)")
_PICTURES = 4  # with the axis of examples: ``picture_size_not_restored`` tells about those


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    if branches := refused_branches(evidence):
        return _finding(error.line, branches, joins=True)
    if found := _BY_PLACE.search(error.message):
        shapes = [[None, *shape] for shape in shapes_in(found["shapes"])]
        return _finding(error.line, shapes, joins=False)
    if found := _DOT.search(error.message):
        return Finding(
            line=error.line,
            evidence=f"Dot multiplies along axis {found['axis']}, where one branch has {found['one']} numbers and the other "
            f"{found['other']}",
            change="give both the same width first, with a Dense of as many units for each; or name the axes that agree, axes=(1, 2)",
        )
    return None


def _finding(line: int, shapes: Sequence[Sequence[int | None]], *, joins: bool) -> Finding | None:
    axes = {len(shape) for shape in shapes}
    if axes == {_PICTURES} and len({tuple(shape[1:3]) for shape in shapes}) > 1:
        return None
    told = " and ".join(map(told_shape, shapes))
    return Finding(
        line=line,
        evidence=f"the branches have the shapes {told}: {_apart(shapes, joins=joins)}",
        change=_change(len(axes) > 1, joins=joins),
    )


def _apart(shapes: Sequence[Sequence[int | None]], *, joins: bool) -> str:
    if len({len(shape) for shape in shapes}) > 1:
        return "one has more axes than the other"
    if joins:
        return "they differ along an axis that is not the one they are joined along"
    return "they are put together place by place, and one has other places than the other"


def _change(axes_differ: bool, *, joins: bool) -> str:
    if axes_differ:
        return (
            "take the axis away before: GlobalAveragePooling1D, Flatten, or no return_sequences in the last recurrent layer; "
            "or give it to the other branch with RepeatVector"
        )
    if joins:
        return "bring the branches to the same sizes before, or name the axis that differs: Concatenate(axis=1)"
    return "bring them to the same width before: a Dense (or a convolution of size 1) on the shorter way around"
