"""What the values of inputs and labels show together: a series, rows of tokens, colour channels."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import tensorflow as tf

from etude.worker.alike import all_alike
from etude.worker.channels import channel_means
from etude.worker.counting import only_counts
from etude.worker.following_rows import followed_by
from etude.worker.label_column import label_column
from etude.worker.next_steps import describe_next_steps
from etude.worker.tokens import describe_tokens
from etude.worker.windows import describe_windows

_DENSE = (np.ndarray, tf.Tensor)
_LOOKS: Mapping[str, Callable[[Any], Any]] = {
    "windows": describe_windows,
    "tokens": describe_tokens,
    "channels": channel_means,
    "label_column": label_column,
    "only_counts": only_counts,
    "followed_by": followed_by,
}
_LONGEST = 300


def patterns(element: Any) -> dict[str, Any]:
    """``windows``, ``tokens``, ``channels``, ``label_column``, ``only_counts``, ``followed_by``,
    ``all_alike``, ``next_of`` and ``repeats`` of ``observations.Data``; in ``unseen`` which of
    these looks failed, and how.

    Args:
      element: (inputs, labels) or inputs alone; of several inputs only the last three are told.
    """
    parts = list(element[:2]) if isinstance(element, tuple | list) else [element]
    looks = {"next_of": describe_next_steps, "all_alike": all_alike}
    whole, failed = _looked(looks, element)
    told = {**whole.pop("next_of", {}), **whole}
    if parts and isinstance(parts[0], _DENSE):
        given = tuple(part if isinstance(part, _DENSE) else None for part in parts)
        found, more = _looked(_LOOKS, given)
        told, failed = told | found, failed + more
    return told | ({"unseen": failed} if failed else {})


def _looked(
    looks: Mapping[str, Callable[[Any], Any]], element: Any
) -> tuple[dict[str, Any], list[str]]:
    """What each look found; one that fails must not take the others along."""
    found, failed = {}, []
    for name, look in looks.items():
        try:
            found[name] = look(element)
        except Exception as error:
            failed.append(f"{name}: {type(error).__name__}: {error}"[:_LONGEST])
    return found, failed
