"""Series whose end is held out: windows in order of time, and what follows each of them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray


def hidden_windows(
    series: NDArray[np.float64], *, held_out: int, size: int, steps: int = 1
) -> Mapping[str, NDArray[np.generic]]:
    """
    Return `inputs` (n, size) or (n, size, columns) and `labels`, the `steps` values after each.

    Every label lies in the last `held_out` steps; its window may reach back into the public part,
    as on the day of a forecast. Labels of one step have no axis for it.
    """
    values = series.astype(np.float32)
    starts = range(len(values) - held_out - size, len(values) - size - steps + 1)
    windows = np.stack([values[start : start + size] for start in starts])
    labels = np.stack([values[start + size : start + size + steps] for start in starts])
    return {"inputs": windows, "labels": labels[:, 0] if steps == 1 else labels}
