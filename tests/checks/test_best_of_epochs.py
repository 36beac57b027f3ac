"""The best epoch of a loop of one's own is kept."""

from typing import Any

import pytest

from etude.checks.best_of_epochs import BestOfEpochs
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = BestOfEpochs(of=Name(name="kept"), epochs=Name(name="scores"), name="best")


@pytest.mark.parametrize(
    ("kept", "scores", "received"),
    [
        (0.8, [0.5, 0.8, 0.7], ""),
        (0.7, [0.5, 0.8, 0.7], "kept = 0.700, that of the last epoch"),
        (0.9, [0.5, 0.8, 0.7], "kept = 0.900"),
        (0.9, [], "0 numbers in scores"),
        (None, [0.5], "kept is no single number"),
    ],
)
def test_compares_what_is_kept_with_all_epochs(
    kept: float | None, scores: list[float], received: str
) -> None:
    verdict = CHECK.judge({"kept_score": kept, "scores": scores})

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert verdict.received == received


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("kept, scores = np.float32(0.8), [np.float32(0.5), np.float32(0.8)]", Status.PASSED),
        ("kept, scores = tf.constant(0.8), np.array([0.5, 0.8])", Status.PASSED),
        ("kept, scores = 0.5, (0.8, 0.5)", Status.FAILED),
        ("kept, scores = 0.8, None", Status.FAILED),
    ],
)
def test_reads_numbers_of_any_kind(probe: Any, line: str, status: Status) -> None:
    program = f"import numpy as np, tensorflow as tf\n{line}\n"

    assert CHECK.judge(probe(CHECK, program)).status is status
