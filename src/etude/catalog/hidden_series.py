"""The windows of a hidden series as a question asks about them: shorter, further, of some series.

What is asked for is written behind the name of the set, as in ``ridership.window-14.next-3.of-0``:

    window-14    the last 14 steps of each window
    next-3       the three values that follow it; at-3: the third of them alone
    in-0-2       the model is given the first and the third of several series
    of-0         it is to forecast the first

Of a single series there is no axis for which one it is.

So the rows stay whole examples, and a sitting can draw a share of them as of any other set.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    Arrays = Mapping[str, np.ndarray]

_WORDS = ("window", "next", "at", "in", "of")


def windows_asked(arrays: "Arrays", words: str) -> "Arrays":
    """``inputs`` (n, window) or (n, window, series), and ``labels``, as the words ask for them.

    Args:
      arrays: rows in order of time, each one step after the one before.

    Raises:
      ValueError: a word is none of the five.
    """
    asked = dict(map(_read, words.split(".")))
    steps = asked.get("at", asked.get("next", (1,)))[0]
    labels = _following(arrays["labels"], several=arrays["inputs"].ndim == 3, steps=steps)
    inputs = arrays["inputs"][: len(labels), -asked.get("window", (0,))[0] :]
    if "at" in asked:
        labels = labels[:, -1]
    if "in" in asked:
        inputs = inputs[..., _one_or_more(asked["in"])]
    if "of" in asked:
        labels = labels[..., _one_or_more(asked["of"])]
    return {"inputs": inputs, "labels": labels}


def _read(word: str) -> tuple[str, Sequence[int]]:
    name, *numbers = word.split("-")
    if name not in _WORDS or not numbers:
        raise ValueError(f"{word!r} asks for nothing; known words: {', '.join(_WORDS)}")
    return name, tuple(map(int, numbers))


def _following(labels: "np.ndarray", *, several: bool, steps: int) -> "np.ndarray":
    """So many values after each window: (n, steps) or (n, steps, series).

    Where a row has fewer, the rest stands in the rows after it.
    """
    import numpy as np

    stored = labels if labels.ndim == (3 if several else 2) else labels[:, np.newaxis]
    if stored.shape[1] >= steps:
        return stored[:, :steps]
    rows = len(stored) - steps + 1
    return np.stack([stored[step : step + rows, 0] for step in range(steps)], axis=1)


def _one_or_more(places: Sequence[int]) -> int | list[int]:
    return places[0] if len(places) == 1 else list(places)
