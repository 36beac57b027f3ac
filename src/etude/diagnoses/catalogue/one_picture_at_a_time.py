"""
A function for one picture is given a batch, a picture without its channels, or several paths.

## Why it hurts
`save_img` and `array_to_img` take one picture of height, width and channels. What a model gives is a batch, (1, 28, 28, 1), and
grey pictures of NumPy often have no channels at all, (28, 28).

## Example
    import keras
    import numpy as np

    digit = np.random.rand(28, 28)
    keras.utils.save_img("digit.png", digit)

## Instead
    import keras
    import numpy as np

    digit = np.random.rand(28, 28)
    keras.utils.save_img("digit.png", digit[..., None])
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.refusals import shapes_in
from etude.diagnoses.source import last_name
from etude.diagnoses.stops import told_shape
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-1", "image-2", "dev-1")
GUIDE = "Keras API: Image data loading"
EXPLAINS = ()

_RANK = re.compile(
    r"(?:[Ee]xpected image array to have rank 3|[Uu]nsupported image shape|[Ii]nvalid (?:images|image) rank|with incorrect rank|image to be rank 3 or 4)"
    r".*?(?P<shape>\([\d, None]*\))",
    re.DOTALL,
)
_CHANNELS = re.compile(r"Unsupported channel number: (?P<channels>\d+)")
_PATHS = re.compile(
    r"path should be path-like or io\.BytesIO, not <class '(?P<kind>list|tuple|[\w.]*ndarray)'>"
)
_PICTURE, _BATCH, _GREY = 3, 4, 2


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not error.raised_by.startswith("keras."):
        return None
    owner, given = _call(evidence, error)
    if found := _RANK.search(error.message):
        shape = shapes_in(found["shape"])[0]
        return Finding(
            line=error.line,
            about=owner,
            evidence=f"{owner} takes height, width and channels, and is given {told_shape(shape)}",
            change=_change(given, len(shape)),
        )
    if found := _CHANNELS.search(error.message):
        return Finding(
            line=error.line,
            about=owner,
            evidence=f"{owner} is given a picture of {found['channels']} channels, and pictures have 1, 3 or 4",
            change=f"one of the channels, {given}[..., :1], or three of them; channels that come first go last: "
            f"{given}.transpose(1, 2, 0)",
        )
    if _PATHS.search(error.message):
        return Finding(
            line=error.line,
            about=owner,
            evidence=f"{owner} reads one file, and is given several paths",
            change=f"[{owner}(path) for path in {given}]",
        )
    return None


def _call(evidence: Evidence, error: Error) -> tuple[str, str]:
    """The function that is called, and its picture as it is written."""
    for call in reversed(calls_around(evidence.source, error.line)):
        name = last_name(call.func)
        if call.args and ("im" in name or "resize" in name):
            position = 1 if name == "save_img" and len(call.args) > 1 else 0
            return name, ast.unparse(call.args[position])
    return "the function", "picture"


def _change(given: str, axes: int) -> str:
    if axes == _GREY:
        return f"give it a channel: {given}[..., None]"
    if axes == _BATCH:
        return f"one picture of the batch: {given}[0]"
    return f"one picture of {_PICTURE} axes; print {given}.shape"
