"""A loss that is far too high, or rises."""

from dataclasses import replace

import pytest
from described import dense, evidence, layer, model
from trained import trained

from etude.diagnoses.catalogue import diverging_loss as diagnosis
from etude.domain.observations import Fit, Layer, TensorSample, TensorSpec
from etude.domain.own_loop import TRAIN_ON_BATCH, Loop

SPARSE = "sparse_categorical_crossentropy"


def test_fires_at_compile_on_a_first_loss_far_above_guessing() -> None:
    finding = diagnosis.match(evidence(fits=[trained(loss=[25.9, 3.0], classes=10)]))

    assert finding is not None
    assert finding.line == 2
    assert "the loss of the first epoch is 25.9, guessing would cost 2.30" in finding.evidence


def test_fires_on_a_training_loss_that_rises() -> None:
    finding = diagnosis.match(evidence(fits=[trained(loss=[1.0, 1.5, 4.0])]))

    assert finding is not None
    assert "rose from 1 to 4 in 3 epochs" in finding.evidence


def weighted(*, loss: float, weight: float) -> Fit:
    """Examples of ten classes with a weight each beside the labels, as a pipeline gives them."""
    fit = trained(loss=[loss, loss / 2], classes=10)
    weights = TensorSample(path="2", dtype="float32", shape=[32], low=0.0, high=9e9, mean=weight)
    return replace(fit, train=replace(fit.train, sample=[*fit.train.sample, weights]))


def drawn_by_nobody() -> Fit:
    """Weights of a pipeline that cannot be looked into without filling its cache."""
    fit = trained(loss=[240.0, 90.0])
    spec = [TensorSpec(path=path, dtype="float32", shape=[None]) for path in ("0/age", "1", "2")]
    return replace(fit, train=replace(fit.train, spec=spec))


def test_counts_guessing_with_the_weights_of_the_examples() -> None:
    finding = diagnosis.match(evidence(fits=[weighted(loss=9000.0, weight=100.0)]))

    assert finding is not None
    assert "guessing would cost 230.26" in finding.evidence


def regularised() -> Fit:
    body = layer("Conv2D", kernel_regularizer="L2")
    return trained(loss=[30.0, 9.0], model=model(body, dense(3), loss=SPARSE))


@pytest.mark.parametrize(
    "fit",
    [
        trained(loss=[1.2, 0.9], classes=10),
        trained(loss=[3.0, 2.0], classes=10),
        trained(loss=[1.0, 3.0, 1.5]),
        trained(loss=[1.0, float("nan")]),
        trained(loss=[900.0, 500.0], model=model(dense(1), loss="mean_squared_error")),
        trained(loss=[30.0, 9.0], arguments={"class_weight": {"0": 50.0}}),
        weighted(loss=240_000.0, weight=190_000.0),
        trained(loss=[240.0, 90.0], arguments={"sample_weight": 190.0}),
        trained(loss=[240.0, 90.0], arguments={"sample_weight": None}),
        drawn_by_nobody(),
        regularised(),
        trained(loss=[]),
    ],
    ids=[
        *("sound", "slow", "wobbles", "nan", "regression", "classes weighted", "examples weighted"),
        *("arrays weighted", "outputs weighted", "weights not seen", "penalised", "no epoch"),
    ],
)
def test_is_silent_on(fit: Fit) -> None:
    assert diagnosis.match(evidence(fits=[fit])) is None


def stepped(key: str, name: str, *parts: str, loss: float) -> Loop:
    fit = trained(loss=[loss, loss], classes=2)
    of = replace(fit.model, key=key, name=name, layers=[*map(inner, parts), *fit.model.layers])
    given = {"index": 0, "line": 9, "model": of, "train": fit.train, "epochs": fit.epochs}
    return Loop(how=TRAIN_ON_BATCH, **given)


def inner(name: str) -> Layer:
    return replace(layer("Sequential"), name=name)


@pytest.mark.parametrize(("part", "fires"), [("judge", False), ("another", True)])
def test_a_network_that_a_part_of_it_is_trained_against_may_begin_high(
    part: str, fires: bool
) -> None:
    judge, whole = stepped("1", "judge", loss=0.3), stepped("2", "whole", part, loss=9.0)

    assert (diagnosis.match(evidence(loops=[judge, whole])) is not None) == fires


@pytest.mark.parametrize(("began", "fires"), [(1e-5, False), (0.1, True)])
def test_a_rate_that_grew_within_a_single_epoch_was_tried(began: float, fires: bool) -> None:
    tried = trained(loss=[26.0], classes=10)
    compiled = replace(tried.model.compiled, learning_rate=began)
    epochs = [{"loss": 26.0, "learning_rate": 1.0}]
    tried = replace(tried, model=replace(tried.model, compiled=compiled), epochs=epochs)

    assert (diagnosis.match(evidence(fits=[tried])) is not None) == fires


def test_is_silent_on_a_run_that_tries_learning_rates() -> None:
    epochs = [{"loss": 1.0, "learning_rate": 0.001}, {"loss": 9.0, "learning_rate": 1.0}]

    assert diagnosis.match(evidence(fits=[replace(trained(loss=[1.0]), epochs=epochs)])) is None


def test_is_silent_on_a_loss_that_nobody_measured() -> None:
    assert diagnosis.match(evidence(fits=[trained(loss=[0.0] * 5)])) is None
