"""Outputs without a blank."""

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import ctc_blank_missing
from etude.domain.observations import Fit, Layer

REFUSED = (
    "Saw a non-null label (index >= num_classes - 1) following a null label, batch: 7 "
    "num_classes: 8 labels: 7,4,4 labels seen so far: "
)


def test_fires_at_the_layer_that_gives_the_outputs() -> None:
    run = fit(model(dense(8, "softmax", line=4)), labels=integers(0, 7))

    finding = ctc_blank_missing.match(evidence(fits=[run], error=REFUSED))

    assert finding is not None
    assert finding.line == 4
    assert "number 7, for the blank" in finding.evidence


@pytest.mark.parametrize("error", ["", "Not enough time for target transition sequence"])
def test_is_silent_on_other_errors(error: str) -> None:
    run = fit(model(dense(8, "softmax", line=4)), labels=integers(0, 7))

    assert ctc_blank_missing.match(evidence(fits=[run], error=error)) is None


PROGRAM = "y = np.array(texts)\n\nmodel.fit(x, y)\n"


def trained(last: Layer, *numbers: int) -> Fit:
    return fit(model(last, loss="ctc"), labels=integers(*numbers, shape=(32, 5)))


def test_fires_where_the_loss_of_keras_meets_a_character_with_number_0() -> None:
    run = trained(dense(8, line=4), 0, 7)

    finding = ctc_blank_missing.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert "9 units" in finding.change


@pytest.mark.parametrize(
    ("lowest", "program"), [(1, PROGRAM), (0, "y = pad_sequences(texts)\n\nmodel.fit(x, y)\n")]
)
def test_is_silent_where_0_is_left_for_blank_and_padding(lowest: int, program: str) -> None:
    run = trained(dense(9, line=4), lowest, 8)

    assert ctc_blank_missing.match(evidence(fits=[run], program=program)) is None
