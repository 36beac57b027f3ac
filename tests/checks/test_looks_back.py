"""A model that answers at every step may not look at later ones."""

from typing import Any

import pytest
from described_models import model

from etude.checks.looks_back import LooksBack
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = LooksBack(of=Name(name="model"), shape=(12, 1), things="days")
PROGRAM = """\
import keras
model = keras.Sequential([
    keras.Input((12, 1)),
    keras.layers.Conv1D(4, 3, padding="{padding}"),
    keras.layers.{layer},
])
"""


def facts(*apart: float) -> dict[str, Any]:
    return {
        "model": model()["model"],
        "looks_ahead": [{"known": 3 * i, "apart": far} for i, far in enumerate(apart, 1)],
    }


def test_answers_that_stay_as_they_are_pass() -> None:
    assert CHECK.judge(facts(0.0, 1e-7, 0.0)).status is Status.PASSED


def test_tells_after_how_many_steps_answers_changed() -> None:
    verdict = CHECK.judge(facts(0.0, 0.25))

    assert verdict.expected == "the same answers at the first 6 days, whatever follows"
    assert "differ by up to 25.0%" in verdict.received


def test_steps_that_got_lost_are_told() -> None:
    verdict = CHECK.judge({"model": model()["model"], "gives": [10, 4]})

    assert verdict.expected == "an answer at each of 12 days"
    assert verdict.received == "outputs of shape (10, 4) for a sequence"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("padding", "layer", "status"),
    [
        ("causal", "LSTM(3, return_sequences=True)", Status.PASSED),
        ("same", "LSTM(3, return_sequences=True)", Status.FAILED),
        ("causal", "Bidirectional(keras.layers.LSTM(3, return_sequences=True))", Status.FAILED),
        ("valid", "LSTM(3, return_sequences=True)", Status.FAILED),
    ],
)
def test_exchanges_the_last_steps(probe: Any, padding: str, layer: str, status: Status) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(padding=padding, layer=layer)))

    assert verdict.status is status
