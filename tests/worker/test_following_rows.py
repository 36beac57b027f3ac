"""Which row goes on where another one ends."""

from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.tensorflow

SERIES = np.random.default_rng(0).normal(size=241).astype("float32")
PIECES, NEXT = SERIES[:240].reshape(60, 4, 1), SERIES[4::4].reshape(60, 1)
EVERY_STEP = SERIES[1:].reshape(60, 4, 1)
OVERLAPPING = np.lib.stride_tricks.sliding_window_view(SERIES[:-1], 3)[..., None]


def seen(inputs: Any, labels: Any) -> Any:
    from etude.worker.following_rows import followed_by

    return followed_by((inputs, labels))


def dealt(rows: Any) -> Any:
    """One piece of each of six stretches after the other."""
    return rows.reshape(6, 10, *rows.shape[1:]).swapaxes(0, 1).reshape(rows.shape)


@pytest.mark.parametrize(
    ("inputs", "labels", "found"),
    [
        (PIECES, NEXT, [1]),
        (PIECES, NEXT[:, 0], [1]),
        (PIECES, EVERY_STEP, [1]),
        (dealt(PIECES), dealt(NEXT), [6]),
        (dealt(PIECES), dealt(EVERY_STEP), [6]),
        (OVERLAPPING, SERIES[3:], [3]),
        (SERIES[:-1, None, None], SERIES[1:], [1]),
        (np.concatenate([PIECES, PIECES + 9], axis=2), NEXT, [1]),
    ],
    ids=["in order", "rows", "steps", "dealt", "dealt steps", "overlapping", "one step", "columns"],
)
def test_tells_how_far_apart(inputs: Any, labels: Any, found: list[int]) -> None:
    assert seen(inputs, labels) == found


@pytest.mark.parametrize(
    ("inputs", "labels"),
    [
        (PIECES, NEXT + 1),
        (PIECES[::-1], NEXT),
        (PIECES, (NEXT > 0).astype("int64")),
        (np.ones((60, 4, 1)), np.ones((60, 1))),
        (PIECES[:, :, 0], NEXT),
        (PIECES[:5], NEXT[:5]),
        (PIECES[:4], NEXT[:4]),
        (PIECES, NEXT[:30]),
    ],
)
def test_tells_nothing_of_others(inputs: Any, labels: Any) -> None:
    assert seen(inputs, labels) == []
