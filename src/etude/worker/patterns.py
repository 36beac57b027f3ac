"""What the values of inputs and labels show together: a series, rows of tokens, colour channels."""

from typing import Any

import numpy as np
import tensorflow as tf

from etude.worker.channels import channel_means
from etude.worker.label_column import label_column
from etude.worker.tokens import describe_tokens
from etude.worker.windows import describe_windows

_DENSE = (np.ndarray, tf.Tensor)


def patterns(element: Any) -> dict[str, Any]:
    """``windows``, ``tokens``, ``channels`` and ``label_column`` of ``observations.Data``.

    Args:
      element: (inputs, labels) or inputs alone; anything but one dense array of inputs has none.
    """
    parts = list(element[:2]) if isinstance(element, tuple | list) else [element]
    if not parts or not isinstance(parts[0], _DENSE):
        return {}
    given = tuple(part if isinstance(part, _DENSE) else None for part in parts)
    return {
        "windows": describe_windows(given),
        "tokens": describe_tokens(given),
        "channels": channel_means(given),
        "label_column": label_column(given),
    }
