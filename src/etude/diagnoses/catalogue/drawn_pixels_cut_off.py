"""
A picture is drawn from floats beyond 0 to 1, and what lies beyond is cut off.

## Why it hurts
`plt.imshow` takes the floats of a colour picture for fractions from 0 to 1; only whole numbers (`uint8`) may go to 255. `img_to_array` and
`image_dataset_from_directory` give floats up to 255: nearly every pixel is cut to 1 and the picture is white, or white with a few
odd colours. Of pixels between -1 and 1 the darker half turns black. The picture is sound, and so is what the network gets; only
the drawing misleads.

## Example
    import matplotlib

    matplotlib.use("Agg")
    import keras
    import matplotlib.pyplot as plt
    import numpy as np

    pixels = keras.utils.img_to_array(np.random.default_rng(0).integers(0, 256, (8, 8, 3)))
    plt.imshow(pixels)

## Instead
    import matplotlib

    matplotlib.use("Agg")
    import keras
    import matplotlib.pyplot as plt
    import numpy as np

    pixels = keras.utils.img_to_array(np.random.default_rng(0).integers(0, 256, (8, 8, 3)))
    plt.imshow(pixels.astype("uint8"))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("image-1", "image-2", "dev-3")
GUIDE = "Keras API: Image data loading"
EXPLAINS = ()

_SAID = re.compile(r"Clipping input data.*Got range \[(?P<low>[^\]]*?)\.\.(?P<high>[^\]]*)\]")
# An augmented or sharpened picture goes a little beyond 1; one of bytes reaches far beyond.
_OF_BYTES = 16.0
# As `x / 127.5 - 1` and a generator's tanh have it.
_TO_MINUS_ONE, _TO_ONE = -0.5, 1.1


def match(evidence: Evidence) -> Finding | None:
    for shown in evidence.warnings:
        found = _SAID.search(shown.message)
        change = _change(float(found["low"]), float(found["high"])) if found else ""
        if found and change:
            return Finding(
                line=shown.line,
                evidence=f"imshow is given floats from {float(found['low']):.4g} to {float(found['high']):.4g}, and shows "
                "those from 0 to 1 alone",
                change=change,
            )
    return None


def _change(low: float, high: float) -> str:
    """How to bring the pixels to where they are drawn; "" where little is cut off."""
    if low >= 0 and high >= _OF_BYTES:
        return 'plt.imshow(pixels.astype("uint8")), or pixels / 255'
    if -_TO_ONE <= low <= _TO_MINUS_ONE and 0 < high <= _TO_ONE:
        return "plt.imshow((pixels + 1) / 2)"
    return ""
