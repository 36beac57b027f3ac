"""Targets that no probability of "yes" can be."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model, numbers

from etude.diagnoses.catalogue import binary_targets_out_of_range as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import Call, TensorSample

BINARY = "binary_crossentropy"


def found(
    labels: TensorSample,
    *,
    loss: str = BINARY,
    weighted: bool = False,
    losses: Sequence[float] = (),
) -> Finding | None:
    given = fit(model(dense(1, "sigmoid"), loss=loss), labels=labels)
    arguments = {"sample_weight": "array"} if weighted else {}
    epochs = [{"loss": value} for value in losses]
    return diagnosis.match(evidence(fits=[replace(given, arguments=arguments, epochs=epochs)]))


def test_fires_at_fit_with_the_range_and_where_the_loss_fell_to() -> None:
    finding = found(integers(0, 255), losses=[-3.0, -80.5])

    assert finding is not None
    assert finding.line == 3
    assert "go from 0 to 255, and binary_crossentropy wants 0 to 1" in finding.evidence
    assert finding.evidence.endswith("the loss came to -80.5")
    assert "by 255" in finding.change


@pytest.mark.parametrize(
    ("labels", "change"),
    [
        (integers(-1, 1), "hinge"),
        (integers(1, 2), "subtract 1"),
        (integers(0, 1, 2), "sparse_categorical_crossentropy"),
        (numbers(-1.0, 1.0), "tanh"),
        (numbers(17000.0, 275000.0), "a regression: leave out the activation"),
    ],
)
def test_the_change_follows_from_the_values(labels: TensorSample, change: str) -> None:
    finding = found(labels)

    assert finding is not None
    assert change in finding.change


@pytest.mark.parametrize(
    "labels", [integers(0, 1), numbers(0.0, 1.0), numbers(0.05, 0.95), numbers(0.0, 1.0000001)]
)
def test_is_silent_on_probabilities(labels: TensorSample) -> None:
    assert found(labels) is None


def test_is_silent_on_other_losses_and_on_marks_that_weights_leave_out() -> None:
    assert found(numbers(-1.0, 1.0), loss="mean_squared_error") is None
    assert found(integers(-1, 0, 1), weighted=True) is None


def test_points_at_the_loss_when_the_labels_are_classes() -> None:
    finding = found(integers(*range(10)))

    assert finding is not None
    assert finding.line == 2
    assert "more than two classes" in finding.change


def test_classes_are_told_which_layer_has_to_end_in_how_many_units() -> None:
    finding = found(integers(0, 1, 2))

    assert finding is not None
    assert "softmax: change line 1 to 3 units" in finding.change


@pytest.mark.parametrize(
    ("dtype", "high", "change"),
    [("uint8", 254, "divide the pictures by 255.0"), ("float32", 16, "input and target at once")],
)
def test_an_autoencoder_is_told_to_scale_its_inputs_too(dtype: str, high: int, change: str) -> None:
    pixels = replace(integers(0, 7, high, shape=(64, 16)), dtype=dtype)
    given = fit(model(dense(16, "sigmoid"), loss=BINARY), labels=pixels)
    train = replace(given.train, sample=[replace(pixels, path="0"), pixels])

    finding = diagnosis.match(evidence(fits=[replace(given, train=train)]))

    assert finding is not None
    assert finding.line == 3
    assert change in finding.change


def test_an_autoencoder_of_standardised_pictures_is_no_regression_of_prices() -> None:
    pixels = numbers(-3.3, 4.1, (64, 8, 8, 3))
    given = fit(model(dense(3, "sigmoid"), loss=BINARY), labels=pixels)
    train = replace(given.train, sample=[replace(pixels, path="0"), pixels])

    finding = diagnosis.match(evidence(fits=[replace(given, train=train)]))

    assert finding is not None
    assert "a mean and a deviation" in finding.change
    assert "prices" not in finding.change


OWN = """\
def mask_loss(y_true, y_pred):
    truth = {labels}
    return {loss}
model.compile(loss=mask_loss)
"""
OVERLAP = "1 - sum(truth * y_pred)"
CROSS_ENTROPY = "binary_crossentropy(y_true, y_pred) + 1 - sum(truth * y_pred)"


def under_own_loss(
    labels: TensorSample, *, read: str = "y_true", loss: str = OVERLAP, ends: str = "sigmoid"
) -> Finding | None:
    given = fit(model(dense(1, ends), loss="mask_loss"), labels=labels)
    program = OWN.format(labels=read, loss=loss)
    return diagnosis.match(evidence(fits=[given], program=program))


def test_fires_on_masks_of_255_under_a_loss_of_ones_own() -> None:
    finding = under_own_loss(integers(0, 255))

    assert finding is not None
    assert "mask_loss wants 0 to 1" in finding.evidence
    assert "divide the targets by 255" in finding.change


def test_fires_on_other_numbers_where_the_own_loss_is_built_on_a_binary_cross_entropy() -> None:
    assert under_own_loss(numbers(-1.5, 2.0), loss=CROSS_ENTROPY) is not None
    assert under_own_loss(numbers(-1.5, 2.0)) is None


@pytest.mark.parametrize(
    "read", ["y_true / 255.0", "y_true > 127", "tf.greater(y_true, 0.5)", "y_true / largest"]
)
def test_is_silent_where_the_own_loss_brings_the_masks_to_shares(read: str) -> None:
    assert under_own_loss(integers(0, 255), read=read) is None


def test_is_silent_on_an_own_loss_without_a_sigmoid() -> None:
    assert under_own_loss(integers(0, 255), ends="linear") is None


def taken(**seen: object) -> Finding | None:
    """Of a cross-entropy of logits that the program takes itself."""
    arguments = {"low": 0.0, "high": 1.0, "whole": True, "both": False, "others": []} | seen
    call = Call(name="sigmoid_cross_entropy", line=7, arguments=arguments)
    return diagnosis.match(evidence(calls=[call]))


@pytest.mark.parametrize(
    ("seen", "change"),
    [
        (
            {"high": 45.0, "others": [2.0, 3.0, 4.0], "both": True},
            "give 46 outputs in place of one",
        ),
        ({"low": -1.0, "others": [-1.0]}, "use 0 in place of -1"),
        ({"high": 812.5, "others": [90.5, 91.0], "whole": False}, "amounts are a regression"),
        ({"high": 255.0, "others": [255.0]}, "bring the labels to 0 to 1"),
    ],
)
def test_fires_at_a_loss_of_logits_that_the_program_takes(
    seen: dict[str, object], change: str
) -> None:
    finding = taken(**seen)

    assert finding is not None
    assert finding.line == 7
    assert change in finding.change


@pytest.mark.parametrize(
    "seen",
    [
        {"both": True},
        {"low": 0.03, "high": 1.04, "others": [0.03, 0.5, 1.04], "whole": False},
        {"low": -1.0, "others": [-1.0], "both": True},
        {"high": 255.0, "others": [255.0], "both": True},
    ],
    ids=["yes and no", "smoothed", "-1 for what is masked", "255 for what is masked"],
)
def test_is_silent_at_such_a_loss_on(seen: dict[str, object]) -> None:
    assert taken(**seen) is None
