"""
`imshow` is given something that is not one picture.

## Why it hurts
It draws one picture: (height, width) of grey, (height, width, 3) of colour, (height, width, 4) with transparency. A batch has one axis more, a grey
picture with its channel, (28, 28, 1), is taken, two such axes are not, and a row of pixels has lost its height and width.

## Example
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    batch = np.zeros((8, 16, 16, 3))
    plt.imshow(batch)

## Instead
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt
    import numpy as np

    batch = np.zeros((8, 16, 16, 3))
    plt.imshow(batch[0])
"""

import ast
import re
from math import isqrt

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-1", "dev-1", "dev-3")
GUIDE = "Matplotlib tutorial: Image tutorial"
EXPLAINS = ()

_SAID = re.compile(r"Invalid shape \((?P<sizes>[\d, ]+)\) for image data")
_OF_A_BATCH = 4
_CHANNELS = (1, 3, 4)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    sizes = [int(one) for one in found["sizes"].split(",") if one.strip()]
    call = call_at(evidence.source, error.line, "imshow")
    shown = ast.unparse(call.args[0]) if call is not None and call.args else "picture"
    return Finding(
        line=error.line,
        about=shown,
        evidence=f"{shown} has the shape ({found['sizes']}), and imshow draws (height, width) or (height, width, 3)",
        change=_change(shown, sizes),
    )


def _change(shown: str, sizes: list[int]) -> str:
    if len(sizes) == _OF_A_BATCH and sizes[0] == 1:
        return f"{shown}[0]: the picture of this batch of one"
    if len(sizes) == _OF_A_BATCH and sizes[-1] in _CHANNELS:
        return f"one of its {sizes[0]} pictures: {shown}[0]"
    side = isqrt(sizes[0])
    if len(sizes) == 1 and side * side == sizes[0] and side > 1:
        return f"{shown}.reshape({side}, {side}): its row of {sizes[0]} pixels"
    return "take one picture, and bring it to (height, width) or (height, width, 3); np.squeeze takes axes of size 1 away"
