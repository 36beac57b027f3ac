"""
Pictures whose channels come first are reshaped, not transposed, to have them last.

## Why it hurts
`reshape` counts the same numbers off in the same order. Where all the red values of a picture come before the green ones,
as in CIFAR's files and in PyTorch, (3, 32, 32) reshaped to (32, 32, 3) makes one pixel of three neighbours
of the red plane. The shape is right and the picture is torn to nine small grey ones; nothing complains.

## Example
    import numpy as np

    pictures = np.random.default_rng(0).random((20, 3, 32, 32))
    x = pictures.reshape(-1, 32, 32, 3)

## Instead
    import numpy as np

    pictures = np.random.default_rng(0).random((20, 3, 32, 32))
    x = pictures.transpose(0, 2, 3, 1)
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, call_line, constant
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "image-3", "dev-3")
GUIDE = "TensorFlow guide: Introduction to tensors (manipulating shapes)"
EXPLAINS = NOTHING_LEARNED

_MOVES = (
    "transpose",
    "moveaxis",
    "rollaxis",
    "swapaxes",
    "Permute",
    "einsum",
    "rearrange",
    "stack",
)
_COLOURS = 3
_SMALLEST = 8


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if any(source.calls(name) for name in _MOVES) or ".T" in source.text:
        return None
    first = {sides for _, sides in _shapes(source, channels=0)}
    for call, sides in _shapes(source, channels=2):
        if sides in first and ast.unparse(call.func).endswith("reshape"):
            height, width = sides
            return Finding(
                line=call_line(call),
                evidence=f"pictures of the shape ({_COLOURS}, {height}, {width}) are reshaped to "
                f"({height}, {width}, {_COLOURS}), which leaves every number where it was",
                change=f"reshape(-1, {_COLOURS}, {height}, {width}).transpose(0, 2, 3, 1)",
            )
    return None


def _shapes(source: Source, *, channels: int) -> Iterator[tuple[ast.Call, tuple[int, int]]]:
    """Calls with a shape written out, and its sides; ``channels`` is the place of the colours."""
    for call in [node for node in ast.walk(source.tree) if isinstance(node, ast.Call)]:
        for shape in [call.args, *(getattr(node, "elts", []) for node in _arguments(call))]:
            sizes = [constant(node) for node in shape[-3:]]
            if len(shape) >= 4 and _is_picture(sizes, channels):
                height, width = [size for place, size in enumerate(sizes) if place != channels]
                yield call, (height, width)


def _arguments(call: ast.Call) -> Sequence[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords)]


def _is_picture(sizes: Sequence[object], channels: int) -> bool:
    sides = [size for place, size in enumerate(sizes) if place != channels]
    large = all(isinstance(size, int) and size >= _SMALLEST for size in sides)
    return large and sizes[channels] == _COLOURS
