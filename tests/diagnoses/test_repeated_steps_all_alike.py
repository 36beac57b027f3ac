"""Models that repeat one state for every step, and what comes behind it."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, layer, model, numbers

from etude.diagnoses.catalogue import repeated_steps_all_alike
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Layer

REPEATED = layer("RepeatVector", line=7, n=4)
EACH_STEP = [layer("TimeDistributed"), layer("Activation")]


def seen(*behind: Layer, repeated: Layer = REPEATED, built: bool = True) -> Evidence:
    of = model(layer("LSTM"), repeated, *behind, loss="mean_squared_error", output=[None, 4, 1])
    of = of if built else replace(of, kind="sequential", outputs=[])
    return evidence(fits=[fit(of, labels=numbers(0, 1, (64, 4, 1)))])


@pytest.mark.parametrize("built", [True, False], ids=["built", "built by its first batch"])
@pytest.mark.parametrize("behind", [EACH_STEP, [dense(8, "relu"), dense(1)], []])
def test_fires_where_layers_look_at_one_step_at_a_time(behind: list[Layer], built: bool) -> None:
    finding = repeated_steps_all_alike.match(seen(*behind, built=built))

    assert finding is not None
    assert finding.line == 7
    assert "RepeatVector(4) gives 4 equal steps" in finding.evidence


@pytest.mark.parametrize(
    "behind",
    [
        [layer("LSTM", return_sequences=True), dense(1)],
        [dense(8), layer("Bidirectional"), dense(1)],
        [layer("Concatenate"), dense(1)],
        [layer("Add"), dense(1)],
        [layer("Flatten"), dense(4)],
    ],
    ids=["recurrent", "bidirectional", "told the time", "positions added", "flattened"],
)
def test_is_silent_where_something_tells_the_steps_apart(behind: list[Layer]) -> None:
    assert repeated_steps_all_alike.match(seen(*behind)) is None


def test_one_step_is_no_repetition() -> None:
    once = layer("RepeatVector", n=1)

    assert repeated_steps_all_alike.match(seen(dense(1), repeated=once)) is None
