"""Pictures made so small that they can be compared whatever was done to their size and scale."""

from collections.abc import Sequence
from typing import Any

SIDE = 12
_ENOUGH = 8 * SIDE  # pixels along a side; more make the means no better
_CHANNELS = (1, 3, 4)
_RGB = 3


def thumbnails(np: Any, batch: Any) -> Any:
    """A batch of pictures as (pictures, 432), or (pictures, 144) for grey ones.

    Each is of mean 0 and length 1. None for other data.
    """
    if not _are_pictures(batch):
        return None
    step = max(1, min(batch.shape[1:3]) // _ENOUGH)
    colours = batch[:, ::step, ::step, :_RGB].astype(np.float32)
    small = _blocks(np, _blocks(np, colours, 1), 2)
    small = small.reshape(len(batch), -1)
    small = np.nan_to_num(small - small.mean(axis=1, keepdims=True))
    return small / np.maximum(np.linalg.norm(small, axis=1, keepdims=True), 1e-12)


def are_grey(small: Any) -> bool:
    """Whether thumbnails were made of pictures with one channel."""
    return bool(small.shape[1] == SIDE * SIDE)


def framings(np: Any, picture: Any) -> Sequence[Any]:
    """A picture as it becomes square: stretched, cut to its middle, or padded in black or white."""
    height, width = picture.shape[:2]
    short, long = min(height, width), max(height, width)
    top, left = (height - short) // 2, (width - short) // 2
    below, right = long - height, long - width
    around = ((below // 2, below - below // 2), (right // 2, right - right // 2), (0, 0))
    cut = picture[top : top + short, left : left + short]
    padded = [np.pad(picture, around, constant_values=value) for value in (0, 255)]
    return [picture, cut, *padded]


def _are_pictures(batch: Any) -> bool:
    if batch.ndim != 4 or batch.shape[-1] not in _CHANNELS or batch.dtype.kind not in "uif":
        return False
    return min(batch.shape[1:3]) >= SIDE and len(batch) > 0


def _blocks(np: Any, pixels: Any, axis: int) -> Any:
    """Means over ``SIDE`` stretches of about equal length along an axis."""
    length = pixels.shape[axis]
    starts = np.arange(SIDE) * length // SIDE
    lengths = np.diff(np.append(starts, length)).astype(np.float32)
    shape = [1, 1, 1, 1]
    shape[axis] = SIDE
    return np.add.reduceat(pixels, starts, axis=axis) / lengths.reshape(shape)
