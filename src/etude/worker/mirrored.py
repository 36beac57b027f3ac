"""Whether flipped pictures look like those of another class, as arrows to the left do."""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.worker.links import link_of
from etude.worker.tensors import to_numpy

_MOST_PICTURES, _FEWEST_PICTURES = 240, 80
# Of larger pictures every second, third, ... row and column is enough to tell classes apart.
_MOST_VALUES = 2048
_FEWEST_OF_A_CLASS = 12
_MOST_CLASSES = 20
# As near to the mean of another class as its own pictures are, within so much.
_AS_NEAR = 1.15
AS_THEY_ARE = "as they are"
_AXES = {"horizontal": 2, "vertical": 1}


def mirrored(value: Any) -> Mapping[str, float]:
    """Shares of pictures (N, height, width, channels) with one class each: "as they are" those
    nearest to the mean of their own class, "horizontal" and "vertical" those that look like members
    of another one once they are flipped.

    The means are those of one half of the pictures, the shares those of the other. Empty where
    that cannot be told.

    Args:
      value: arrays (pictures, classes), or a data set that was made of them.
    """
    pair = _source_of(value)
    if not isinstance(pair, tuple | list) or len(pair) != 2:
        return {}
    if not all(hasattr(part, "dtype") for part in pair):  # several outputs
        return {}
    shape = tuple(getattr(pair[0], "shape", ()))
    if len(shape) != 4 or not shape[0] or min(shape[1:3]) < 4:
        return {}
    many = min(int(shape[0]), _MOST_PICTURES)
    if many < _FEWEST_PICTURES:
        return {}
    rows = slice(None, None, int(shape[0]) // many)
    pictures = np.asarray(to_numpy(_coarse(pair[0][rows][:many], shape)))
    labels = np.asarray(to_numpy(pair[1][rows][:many]))
    classes = _classes(labels)
    if classes is None or pictures.dtype.kind not in "iuf":
        return {}
    return _shares(pictures.astype(np.float32), classes)


def _coarse(pictures: Any, shape: tuple[int, ...]) -> Any:
    """Every n-th row and column, as far from one edge as from the other."""
    every = max(1, math.ceil(math.sqrt(math.prod(shape[1:]) / _MOST_VALUES)))
    down, right = (slice((side - 1) % every // 2, None, every) for side in shape[1:3])
    return pictures[:, down, right]


def _source_of(value: Any) -> Any:
    """The arrays at the source of a pipeline."""
    if isinstance(value, tuple | list):
        return value
    while value is not None:
        link = link_of(value)
        if link.stage.op == "from_tensor_slices":
            return getattr(value, "_tensors", None)
        value = link.parent
    return None


def _classes(labels: NDArray[Any]) -> NDArray[Any] | None:
    """One whole number each; None when the labels are something else."""
    if labels.ndim == 2 and labels.shape[1] > 1 and (labels.sum(axis=1) == 1).all():
        labels = labels.argmax(axis=1)
    labels = labels.reshape(-1) if labels.ndim == 2 and labels.shape[1] == 1 else labels
    if labels.ndim != 1 or labels.dtype.kind not in "iufb" or (labels != np.round(labels)).any():
        return None
    known, numbers, counts = np.unique(labels, return_inverse=True, return_counts=True)
    several = 2 <= len(known) <= _MOST_CLASSES and counts.min() >= _FEWEST_OF_A_CLASS
    return numbers if several else None


def _shares(pictures: NDArray[Any], classes: NDArray[Any]) -> dict[str, float]:
    half = _first_half(classes)
    means = np.stack([pictures[half & (classes == c)].mean(axis=0) for c in np.unique(classes)])
    rest, own = pictures[~half], classes[~half]
    distances = _distances(rest, means)
    usual = np.array([np.median(distances[own == c, c]) for c in range(len(means))])
    shares = {AS_THEY_ARE: float((distances.argmin(axis=1) == own).mean())}
    for name, axis in _AXES.items():
        flipped = _distances(np.flip(rest, axis), means)
        nearest = flipped.argmin(axis=1)
        near = flipped[np.arange(len(own)), nearest] <= _AS_NEAR * usual[nearest]
        shares[name] = float(((nearest != own) & near).mean())
    return shares


def _first_half(classes: NDArray[Any]) -> NDArray[Any]:
    """Every second picture of each class."""
    place = np.zeros(len(classes), dtype=int)
    for one in np.unique(classes):
        place[classes == one] = np.arange((classes == one).sum())
    return place % 2 == 0


def _distances(pictures: NDArray[Any], means: NDArray[Any]) -> NDArray[Any]:
    """Squared distance [picture, class]."""
    flat, centres = pictures.reshape(len(pictures), -1), means.reshape(len(means), -1)
    squares = (flat**2).sum(axis=1)[:, None] + (centres**2).sum(axis=1)
    return np.asarray(squares - 2 * flat @ centres.T)
