"""How many validation examples a training learned as well; runs inside the sandbox."""

from collections.abc import Iterator
from typing import Any

from etude.checks.live import Live
from etude.domain.own_loop import example_keys

_MOST_BATCHES = 200
_MOST_ROWS = 20_000


def share_learned(live: Live) -> float:
    """Of the last ``fit``: the share of its validation examples that are training examples, too.

    Examples are compared number by number: of training data that are varied at random, and of rows
    that are mostly alike, nothing is said.
    """
    train, validation = live.last_training() or (None, None)
    judged = list(_keys(live, validation))
    if len(set(judged)) * 2 <= len(judged):
        return 0.0
    learned = set(_keys(live, train))
    return sum(key in learned for key in judged) / len(judged)


def _keys(live: Live, data: Any) -> Iterator[int]:
    """Of the first examples of arrays or of a dataset; none of what can be read only once."""
    if isinstance(data, live.tf.data.Dataset):
        for batch in live.batches(data, _MOST_BATCHES):
            yield from _keys_of_inputs(live, batch)
    elif isinstance(data, tuple):
        yield from _keys_of_inputs(live, data)


def _keys_of_inputs(live: Live, pair: Any) -> list[int]:
    inputs = live.keras.tree.flatten(pair[0] if isinstance(pair, tuple) else pair)
    first = inputs[0] if inputs else None
    is_array = hasattr(first, "shape") and hasattr(first, "__array__")
    return example_keys(live.np.asarray(first)[:_MOST_ROWS]) if is_array else []
