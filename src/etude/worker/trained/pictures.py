"""Examples as small 8-bit pictures."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

LONGEST_SIDE = 96
_SHORTEST_SIDE = 8
_CHANNELS = (1, 3, 4)


def are_pictures(inputs: Any) -> bool:
    """Whether an array is (batch, height, width[, channels]) of sides that a person can look at."""
    shape: Any = getattr(inputs, "shape", ())
    if len(shape) == 4:
        return shape[3] in _CHANNELS and min(shape[1:3]) >= _SHORTEST_SIDE
    return len(shape) == 3 and shape[1] == shape[2] >= _SHORTEST_SIDE


def as_bytes(inputs: NDArray[Any], *, longest: int = LONGEST_SIDE) -> NDArray[np.uint8]:
    """(batch, height, width, 1 or 3) between 0 and 255, thinned out to ``longest``.

    Values between 0 and 1, or -1 and 1, are stretched; anything else is taken as 0 to 255.
    """
    pixels = inputs[..., None] if inputs.ndim == 3 else inputs[..., :3]
    step = -(-max(pixels.shape[1:3]) // longest)
    pixels = np.nan_to_num(np.asarray(pixels[:, ::step, ::step], dtype=np.float32))
    if pixels.min() < 0:
        pixels = (pixels + 1) * 127.5
    elif pixels.max() <= 1.5:
        pixels = pixels * 255
    return np.clip(pixels, 0, 255).astype(np.uint8)
