"""A recurrent layer must meet the steps of a window one by one."""

from typing import Any

import pytest
from described_models import model

from etude.checks.reads_in_order import ReadsInOrder
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = ReadsInOrder(of=Name(name="model"), steps=12, high=100.0, things="days")
PROGRAM = """\
import keras
from keras import layers
model = keras.Sequential([
    keras.Input((12,)),
    layers.Rescaling(1 / 100),
    {before},
    {recurrent},
    layers.Dense(1),
])
"""


def facts(reads: list[int] | None, at: list[int] = []) -> dict[str, Any]:  # noqa: B006
    return {"model": model()["model"], "reads": reads, "at": at}


def test_a_step_for_each_day_in_its_place_passes() -> None:
    assert CHECK.judge(facts([12, 1], list(range(12)))).status is Status.PASSED


def test_other_numbers_of_steps_are_told_with_their_shape() -> None:
    verdict = CHECK.judge(facts([1, 12]))

    assert verdict.expected == "12 steps for the recurrent layer, one for each of the days"
    assert verdict.received == "inputs of shape (batch, 1, 12): 1 step of 12 features"


def test_days_in_another_order_are_told() -> None:
    verdict = CHECK.judge(facts([12, 1], list(reversed(range(12)))))

    assert "as step 0 of the recurrent layer" in verdict.expected
    assert verdict.received == "a change of it changes step 11 most"


def test_a_layer_that_is_not_there_is_told() -> None:
    assert "none that is used" in CHECK.judge(facts(None)).received


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("before", "recurrent", "status"),
    [
        ("layers.Reshape((12, 1))", "layers.GRU(3)", Status.PASSED),
        ("layers.Reshape((12, 1))", "layers.Bidirectional(layers.LSTM(3))", Status.PASSED),
        (
            "layers.Reshape((12, 1)), layers.Conv1D(4, 3, padding='causal')",
            "keras.Sequential([layers.SimpleRNN(3)])",
            Status.PASSED,
        ),
        ("layers.Reshape((1, 12))", "layers.GRU(3)", Status.FAILED),
        ("layers.Reshape((6, 2))", "layers.GRU(3)", Status.FAILED),
        ("layers.Dense(12), layers.Reshape((12, 1))", "layers.GRU(3)", Status.FAILED),
        ("layers.Dense(4)", "layers.Dense(4)", Status.FAILED),
    ],
)
def test_looks_at_what_the_layer_is_given(
    probe: Any, before: str, recurrent: str, status: Status
) -> None:
    program = PROGRAM.format(before=before, recurrent=recurrent)

    assert CHECK.judge(probe(CHECK, program)).status is status
