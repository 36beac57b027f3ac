"""A function tells how long a model takes to answer."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.measures_latency import MeasuresLatency
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
CHECK = MeasuresLatency(function="milliseconds", name="latency")
TOOK = [250.0] + 15 * [8.0] + 3 * [80.0]


def told(number: float | None, took: list[float] = TOOK) -> Any:
    return CHECK.judge({"told": number, "took": took})


def test_the_usual_time_passes() -> None:
    assert told(8.4).status is Status.PASSED


@pytest.mark.parametrize(
    ("number", "attempt"),
    [
        (0.008, "time.perf_counter counts seconds"),
        (610.0, "all answers together"),
        (32.0, "the first answer took 250 ms, a disturbed one 80 and a lucky one 8"),
        (20.0, "which number of many is not moved"),
    ],
)
def test_other_numbers_are_told_what_they_may_be(number: float, attempt: str) -> None:
    verdict = told(number)

    assert verdict.status is Status.FAILED
    assert attempt in verdict.attempt


def test_too_few_answers_and_no_number_are_told() -> None:
    assert told(8.0, TOOK[:3]).received == "the model was called 3 times"
    assert told(None).received == "no number"


PROGRAM = """
import statistics, time
def milliseconds(model, batch):
    model(batch)
    took = []
    for _ in range(20):
        started = time.perf_counter()
        model.predict(batch, verbose=0)
        took.append(1000 * (time.perf_counter() - started))
    return HOW(took)
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("how", "status"),
    [
        ("statistics.median", Status.PASSED),
        ("statistics.mean", Status.FAILED),
        ("min", Status.FAILED),
    ],
)
def test_a_function_is_given_a_stand_in(how: str, status: Status, probe: Probe) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.replace("HOW", how)))

    assert verdict.status is status, verdict
