"""Changes of inputs and outputs under which a model is judged again; a jump names the mistake."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.domain.what_if import WhatIf

Array = NDArray[Any]

# Up to here every assignment of outputs to classes is considered (2^K subsets); above, greedily.
_EXACT_CLASSES = 10
# 8-bit pixels reach far beyond this in any picture; scaled ones stay at or below 1.
_UNSCALED = 2.0


def changed_inputs(inputs: Array) -> Mapping[WhatIf, Array]:
    """The inputs under every change that makes sense for them.

    Args:
      inputs: (N, height, width, channels) or (N, height, width); of any other rank none is changed.
    """
    if inputs.ndim not in (3, 4) or not inputs.size:
        return {}
    changed: dict[WhatIf, Array] = {}
    if float(inputs.max()) > _UNSCALED:
        changed[WhatIf.DIVIDED] = inputs / np.float32(255)
        changed[WhatIf.CENTRED] = inputs / np.float32(127.5) - np.float32(1)
    else:
        changed[WhatIf.MULTIPLIED] = inputs * np.float32(255)
    if inputs.ndim == 4 and inputs.shape[3] == 3:
        changed[WhatIf.CHANNELS_REVERSED] = inputs[..., ::-1]
    if inputs.shape[1] == inputs.shape[2]:
        changed[WhatIf.SIDES_SWAPPED] = inputs.swapaxes(1, 2)
    return changed


def reversed_windows(inputs: Array) -> Mapping[WhatIf, Array]:
    """Windows of a series with the latest value first, as columns of lags have them.

    Args:
      inputs: (N, steps) or (N, steps, series).
    """
    return {WhatIf.TIME_REVERSED: inputs[:, ::-1]} if inputs.ndim in (2, 3) else {}


def softmax(outputs: Array) -> Array:
    """Rows as probabilities that sum to one.

    Args:
      outputs: (N, K).
    """
    raised = np.exp(outputs - outputs.max(axis=-1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=-1, keepdims=True))


def sigmoid(outputs: Array) -> Array:
    """Each value as a probability."""
    return np.asarray(0.5 * (1 + np.tanh(0.5 * outputs)))


def best_reordering(decisions: Array, labels: Array, classes: int) -> Array:
    """The assignment of outputs to classes with the most right decisions.

    Args:
      decisions: (N,) indices of outputs; labels: (N,) indices of classes.

    Returns:
      (classes,): the class that each output seems to stand for.
    """
    counts = np.zeros((classes, classes), dtype=np.int64)  # [output, class]
    np.add.at(counts, (decisions, labels), 1)
    return np.array(_exact(counts) if classes <= _EXACT_CLASSES else _greedy(counts))


def moved(outputs: Array, labels: Array, *, steps: int) -> tuple[Array, Array]:
    """Forecasts and the values ``steps`` later (earlier when negative), cut to what overlaps."""
    if steps >= 0:
        return outputs[: len(outputs) - steps], labels[steps:]
    return outputs[-steps:], labels[:steps]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A line through pairs of outputs and values: ``values = times * outputs + plus``."""

    times: float
    plus: float

    def __str__(self) -> str:
        return f"times {self.times:.4g} plus {self.plus:.4g}"


def best_scale(outputs: Array, values: Array) -> Scale | None:
    """The line of least squares; None when all outputs are the same.

    Args:
      outputs, values: of one shape.
    """
    given, wanted = outputs.astype(np.float64).ravel(), values.astype(np.float64).ravel()
    spread = float(((given - given.mean()) ** 2).sum())
    if not spread:
        return None
    times = float(((given - given.mean()) * (wanted - wanted.mean())).sum()) / spread
    return Scale(times=times, plus=float(wanted.mean() - times * given.mean()))


def scaled_back(outputs: Array, values: Array) -> Array | None:
    """The outputs on the scale of the values, each half of the rows by the line of the other half.

    So a row never helps to choose what it is judged by, and a network that knows nothing gains
    nothing but the right mean.
    """
    changed = outputs.astype(np.float64).reshape(values.shape)
    even = np.arange(len(values)) % 2 == 0
    lines = [best_scale(changed[half], values[half]) for half in (even, ~even) if half.any()]
    if len(lines) < 2 or lines[0] is None or lines[1] is None:
        return None
    result = np.empty_like(changed)
    result[even] = lines[1].times * changed[even] + lines[1].plus
    result[~even] = lines[0].times * changed[~even] + lines[0].plus
    return result


def _exact(counts: Array) -> Sequence[int]:
    """Best assignment over subsets: outputs are given a class one after the other.

    ``best[taken]`` is the most decisions that the first outputs can get right when they take
    exactly the classes in ``taken``; among equal ones the lowest class stays first.
    """
    size = len(counts)
    best: list[int] = [0] + [-1] * ((1 << size) - 1)
    last = [0] * (1 << size)
    for taken in range(1, 1 << size):
        output = taken.bit_count() - 1
        for meaning in range(size):
            if taken >> meaning & 1:
                right = best[taken & ~(1 << meaning)] + int(counts[output, meaning])
                if right > best[taken]:
                    best[taken], last[taken] = right, meaning
    return _traced(last, size)


def _traced(last: Sequence[int], size: int) -> Sequence[int]:
    """The meanings from the first output to the last, read back from the full set."""
    taken = (1 << size) - 1
    meanings: list[int] = []
    while taken:
        meanings.append(last[taken])
        taken &= ~(1 << last[taken])
    return meanings[::-1]


def _greedy(counts: Array) -> Sequence[int]:
    """The largest count first; ties in order of output and class."""
    size = len(counts)
    meanings = [-1] * size
    pairs = sorted(
        ((output, meaning) for output in range(size) for meaning in range(size)),
        key=lambda pair: (-int(counts[pair]), pair),
    )
    taken: set[int] = set()
    for output, meaning in pairs:
        if meanings[output] < 0 and meaning not in taken:
            meanings[output] = meaning
            taken.add(meaning)
    return meanings
