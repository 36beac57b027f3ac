"""What the values of inputs and labels show together: a series, rows of tokens, colour channels."""

from typing import Any

import numpy as np
import tensorflow as tf

from etude.worker.channels import channel_means
from etude.worker.counting import only_counts
from etude.worker.label_column import label_column
from etude.worker.next_steps import describe_next_steps
from etude.worker.tokens import describe_tokens
from etude.worker.windows import describe_windows

_DENSE = (np.ndarray, tf.Tensor)


def patterns(element: Any) -> dict[str, Any]:
    """``windows``, ``tokens``, ``channels``, ``label_column``, ``only_counts``, ``next_of`` and
    ``repeats`` of ``observations.Data``.

    Args:
      element: (inputs, labels) or inputs alone; of several inputs only the last two are told.
    """
    steps = describe_next_steps(element)
    parts = list(element[:2]) if isinstance(element, tuple | list) else [element]
    if not parts or not isinstance(parts[0], _DENSE):
        return steps
    given = tuple(part if isinstance(part, _DENSE) else None for part in parts)
    return {
        "windows": describe_windows(given),
        "tokens": describe_tokens(given),
        "channels": channel_means(given),
        "label_column": label_column(given),
        "only_counts": only_counts(given),
        **steps,
    }
