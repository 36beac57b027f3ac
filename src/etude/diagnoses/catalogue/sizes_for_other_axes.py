"""
A layer is given a size for more or fewer directions than it works in.

## Why it hurts
`Conv1D` and `MaxPooling1D` move along one axis, `Conv2D` along two, and neither counts the examples or the channels: a kernel
for grey pictures is (3, 3), not (3, 3, 1). What goes to both sides, as in `ZeroPadding2D`, is one pair for each direction.

## Example
    import keras

    model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Conv2D(8, (3, 3, 1))])

## Instead
    import keras

    model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Conv2D(8, (3, 3))])
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.settings import Setting, last_module, setting
from etude.diagnoses.source import constant, dotted_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-1", "series-5", "dev-3")
GUIDE = "Keras API: Conv2D layer"
EXPLAINS = ("setting_out_of_range",)

_SAID = (
    re.compile(
        r"`(?P<name>\w+)` argument must be a tuple of (?P<axes>\d) integers\.? Received:? \w+=(?P<value>\([^)]*\))(?!.*including)"
    ),
    re.compile(
        r"`(?P<name>padding|cropping)` should have (?P<axes>\w+) elements\. Received: (?:\w+=)?(?P<value>.*)\."
    ),
    re.compile(
        r"Expected an integer value for `(?P<name>size)`, got <class '(?P<value>tuple|list)'>"
    ),
    re.compile(
        r"`(?P<name>image_size|size)`.* a tuple of (?P<axes>2) integers.*?(?:=|: )(?P<value>[(\[].*[)\]])"
    ),
)
# PyTorch counts the zeros at each side; Keras takes a word.
_NO_WORD = ("standardize_padding", "'int' object has no attribute 'lower'")
_ONE_NUMBER = "'size' must be a 1-D"
_TWO, _THREE, _FOUR = 2, 3, 4
_IN_WORDS = {"two": _TWO, "3": _THREE}
_DIRECTIONS = {1: "one direction", _TWO: "two directions", _THREE: "three directions"}


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not error.raised_by.startswith(("keras.", "tensorflow.")):
        return None
    if error.raised_by.endswith(_NO_WORD[0]) and _NO_WORD[1] in error.message:
        return _counted_zeros(evidence, error)
    if _ONE_NUMBER in error.message:
        return _size_of_pictures(evidence, error)
    for said in _SAID:
        if found := said.search(error.message):
            told = setting(
                evidence.source,
                error.line,
                found["name"],
                found["value"],
                module=last_module(error.raised_by),
            )
            axes = found.groupdict().get("axes", "1")
            return _finding(told, found["name"], _IN_WORDS.get(axes) or int(axes)) if told else None
    return None


def _finding(told: Setting, name: str, axes: int) -> Finding:
    return Finding(
        line=told.line,
        about=told.owner,
        evidence=f"{told.owner} works in {_DIRECTIONS.get(axes, 'other directions')}, and is given {name}={told.text}",
        change=_change(told, name, axes),
    )


def _counted_zeros(evidence: Evidence, error: Error) -> Finding | None:
    told = setting(evidence.source, error.line, "padding", "int")
    if told is None:
        return None
    return Finding(
        line=told.line,
        about=told.owner,
        evidence=f'{told.owner} is given padding={told.text}, and takes the word "same" or "valid"',
        change=f'padding="same" keeps the size; to add {told.text} zeros at each side, ZeroPadding2D({told.text}) before it',
    )


def _size_of_pictures(evidence: Evidence, error: Error) -> Finding | None:
    """``tf.image.resize(x, 224)`` and ``Resizing((32, 32), 3)``."""
    for call in calls_around(evidence.source, error.line):
        if dotted_name(call.func).endswith("image.resize") and len(call.args) > 1:
            size = ast.unparse(call.args[1])
            return Finding(
                line=call.args[1].lineno,
                about="resize",
                evidence=f"resize makes height and width, and is given {size}",
                change=f"both in one tuple: ({size}, {size})"
                if size.isdecimal()
                else "a tuple of two whole numbers: (height, width)",
            )
    for call in evidence.source.calls("Resizing"):
        if call.args and isinstance(call.args[0], ast.Tuple):
            return Finding(
                line=call.lineno,
                about="Resizing",
                evidence=f"Resizing takes height and width one by one, and is given {ast.unparse(call.args[0])}",
                change=f"Resizing({', '.join(map(ast.unparse, call.args[0].elts[:2]))})",
            )
    return None


def _change(told: Setting, name: str, axes: int) -> str:
    sizes = constant(told.node)
    if not isinstance(sizes, tuple | list):
        return f"{name} with {axes} numbers" if axes > 1 else f"{name} as one number"
    if name in ("padding", "cropping") and axes == _TWO:
        pairs = (
            f"({_pair(sizes[:2])}, {_pair(sizes[2:])})"
            if len(sizes) == _FOUR
            else "((1, 1), (1, 1))"
        )
        return f"{name}={pairs}: above and below, left and right"
    if len(sizes) > axes:
        kept = sizes[:axes]
        return f"{name}={kept[0] if axes == 1 else tuple(kept)}{_why(told, name)}"
    return f"{name}={sizes[0]} for all directions, or one number for each of the {axes}"


def _pair(sizes: tuple[object, ...] | list[object]) -> str:
    return f"({', '.join(map(str, sizes))})"


def _why(told: Setting, name: str) -> str:
    if name == "image_size":
        return "; how many channels there are is told by color_mode"
    alike = "1D" in told.owner
    return (
        f"; for pictures {told.owner.replace('1D', '2D')}"
        if alike
        else "; channels are not counted"
    )
