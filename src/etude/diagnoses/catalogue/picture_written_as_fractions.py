"""
Pillow is to make a picture of an array that is no array of bytes.

## Why it hurts
A picture file holds whole numbers from 0 to 255 (`uint8`), one or three or four for each pixel. An array of floats, as networks take
and give them, or one with an axis of one channel, is refused: "Cannot handle this data type".

## Example
    import numpy as np
    from PIL import Image

    generated = np.zeros((28, 28, 1), "float32")
    picture = Image.fromarray(generated)

## Instead
    import numpy as np
    from PIL import Image

    generated = np.zeros((28, 28, 1), "float32")
    picture = Image.fromarray((generated[..., 0] * 255).astype("uint8"))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-1", "dev-1")
GUIDE = "Keras API: Image data loading"
EXPLAINS = ()

_SAID = re.compile(r"Cannot handle this data type: \((?P<shape>[\d, ]*)\), .(?P<kind>[a-z])\d")
_KINDS = {"f": "floats", "i": "signed whole numbers", "u": "bytes"}


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    alone = found["shape"].replace(" ", "") == "1,1,1"
    return Finding(
        line=error.line,
        evidence=f"the array holds {_KINDS.get(found['kind'], 'other values')}"
        f"{' and has an axis of one channel' if alone else ''}, and a picture is made of bytes",
        change=f'(x{"[..., 0]" if alone else ""} * 255).astype("uint8") of values between 0 and 1; '
        "(x + 1) * 127.5 of those between -1 and 1; keras.utils.array_to_img does it all",
    )
