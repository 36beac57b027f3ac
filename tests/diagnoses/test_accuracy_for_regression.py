"""Accuracy of predicted numbers."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers, one_hot

from etude.diagnoses.catalogue import accuracy_for_regression
from etude.domain.finding import Finding
from etude.domain.observations import Compiled, Loss

PROGRAM = """\
model = keras.Sequential([keras.layers.Dense(1)])
model.compile(
    loss="mse",
    metrics=["accuracy"],
)
"""


def test_fires_at_the_metrics() -> None:
    trained = model(dense(1), loss="mean_squared_error", metrics=["accuracy"])
    run = fit(trained, labels=numbers(2.5, 40))

    finding = accuracy_for_regression.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert "from 2.5 to 40" in finding.evidence


def test_fires_when_an_exercise_says_so() -> None:
    trained = model(dense(1), loss="mean_absolute_error", metrics=["acc"])
    told = {"compiled_with": {"label_kind": "numbers", "model": {"key": trained.key}}}

    assert accuracy_for_regression.match(evidence(models=[trained], facts=told)) is not None


def test_is_silent_when_squared_error_is_used_on_labels_of_classes() -> None:
    trained = model(dense(3, "softmax"), loss="mean_squared_error", metrics=["accuracy"])

    run = fit(trained, labels=one_hot(3))

    assert accuracy_for_regression.match(evidence(fits=[run])) is None


def test_is_silent_with_metrics_for_numbers() -> None:
    trained = model(dense(1), loss="mean_squared_error", metrics=["mean_absolute_error"])

    run = fit(trained, labels=numbers(2.5, 40))

    assert accuracy_for_regression.match(evidence(fits=[run])) is None


OWN = """\
def measure(y_true, y_pred):
    return {value}
model.compile(
    loss=measure,
    metrics=["accuracy"],
)
"""


@pytest.mark.parametrize(
    ("value", "sums", "fires"),
    [
        ("tf.reduce_sum(tf.square(y_true - y_pred))", [0.4, 2.1], True),
        ("(y_true[:, 0] - y_pred[:, 0]) ** 2", [0.4, 2.1], True),
        ("tf.reduce_sum(tf.square(y_true - y_pred))", [1.0, 1.0], False),
        ("-tf.reduce_sum(y_true * tf.math.log(y_pred))", [0.4, 2.1], False),
    ],
    ids=["squares", "of columns", "of shares", "a cross-entropy"],
)
def test_fires_on_a_distance_of_ones_own(value: str, sums: list[float], fires: bool) -> None:
    trained = model(dense(4), loss="measure", metrics=["accuracy"])
    targets = replace(numbers(0.0, 1.0, shape=(64, 4)), row_sums=sums)

    seen = evidence(fits=[fit(trained, labels=targets)], program=OWN.format(value=value))

    assert (accuracy_for_regression.match(seen) is not None) == fires


def test_is_silent_when_another_output_is_a_class() -> None:
    trained = model(dense(1), loss="mean_squared_error", metrics=["accuracy"])
    losses = [Loss(name="mean_squared_error"), Loss(name="binary_crossentropy")]
    both = replace(trained, compiled=Compiled(losses=losses, metrics=["accuracy"]))

    run = fit(both, labels=numbers(2.5, 40))

    assert accuracy_for_regression.match(evidence(fits=[run])) is None


def test_fires_on_amounts_whatever_cross_entropy_they_were_given_to() -> None:
    trained = model(dense(1, "sigmoid"), loss="binary_crossentropy", metrics=["accuracy"])

    amounts = fit(trained, labels=numbers(800, 22000))
    shares = fit(trained, labels=numbers(0.0, 1.0))
    masks = fit(trained, labels=numbers(0.0, 255.0))

    assert accuracy_for_regression.match(evidence(fits=[amounts], program=PROGRAM)) is not None
    assert accuracy_for_regression.match(evidence(fits=[shares], program=PROGRAM)) is None
    assert accuracy_for_regression.match(evidence(fits=[masks], program=PROGRAM)) is None


def test_is_silent_when_the_class_stands_beside_large_amounts() -> None:
    trained = model(dense(1), loss="mean_squared_error", metrics=["accuracy"])
    losses = [Loss(name="mean_squared_error"), Loss(name="binary_crossentropy")]
    both = replace(trained, compiled=Compiled(losses=losses, metrics=["accuracy"]))

    run = fit(both, labels=numbers(2_500, 40_000))

    assert accuracy_for_regression.match(evidence(fits=[run])) is None


def _under_cross_entropy(**more: float) -> Finding | None:
    trained = model(dense(1, "sigmoid"), loss="binary_crossentropy", metrics=["accuracy"])
    labels = replace(numbers(0.0, 1.0), **more)

    return accuracy_for_regression.match(
        evidence(fits=[fit(trained, labels=labels)], program=PROGRAM)
    )


def test_fires_on_shares_spread_between_0_and_1() -> None:
    assert _under_cross_entropy(mean=0.5, deviation=0.29) is not None


def test_is_silent_on_classes_that_were_smoothed() -> None:
    assert _under_cross_entropy(low=0.05, high=0.95, mean=0.5, deviation=0.45) is None


def test_is_silent_on_classes_mixed_in_pairs() -> None:
    assert _under_cross_entropy(mean=0.5, deviation=0.41) is None
