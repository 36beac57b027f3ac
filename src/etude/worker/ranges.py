"""Between which numbers training and validation lie, where each example is a single number."""

import math
from typing import Any

import numpy as np

from etude.domain.patterns import Ranges

_MOST_VALUES = 5_000_000


def describe_ranges(train: Any, validation: Any, share: float | None) -> Ranges | None:
    """What both parts' inputs reach over; None where they are no arrays of single numbers.

    Args:
      train, validation: (inputs, labels); share: the last part of ``train`` that Keras splits off
        when there is no ``validation``.
    """
    learned, judged = _numbers(train), _numbers(validation)
    if judged is None and validation is None and learned is not None and share:
        place = math.floor(len(learned) * (1.0 - share))
        learned, judged = learned[:place], learned[place:]
    if learned is None or judged is None or not learned.size or not judged.size:
        return None
    low, high = float(learned.min()), float(learned.max())
    return Ranges(
        trained=(low, high),
        judged=(float(judged.min()), float(judged.max())),
        outside=float(np.mean((judged < low) | (judged > high))),
    )


def _numbers(element: Any) -> np.ndarray | None:
    """The inputs, one number per example; None for anything else."""
    inputs = element[0] if isinstance(element, tuple | list) and len(element) > 1 else None
    if not isinstance(inputs, np.ndarray) or inputs.dtype.kind not in "fiu":
        return None
    single = inputs.ndim == 1 or inputs.shape[1:] == (1,)
    return inputs.reshape(-1) if single and inputs.size <= _MOST_VALUES else None
