"""Large inputs that nothing scales, in a network that hardly learns."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, integers, layer, model, numbers

from etude.diagnoses.catalogue import inputs_not_scaled as diagnosis
from etude.domain.observations import Fit, Layer, TensorSample

STUCK, LEARNED, NO_NUMBER = [0.70, 0.69, 0.69], [0.6, 0.3, 0.2], [4.0, float("nan")]
TABLE = TensorSample(path="0", dtype="float64", shape=[64, 8], low=-3.0, high=846.0)


def trained(
    *layers: Layer, loss: list[float], inputs: TensorSample = TABLE, of: str = "binary_crossentropy"
) -> Fit:
    network = model(*layers, dense(8, "sigmoid"), dense(1, "sigmoid"), loss=of)
    labels = integers(0, 1) if of == "binary_crossentropy" else numbers(0, 1)
    run = fit(network, labels=labels)
    data = replace(run.train, sample=[inputs, labels])
    return replace(run, train=data, epochs=[{"loss": one} for one in loss], finished=True)


@pytest.mark.parametrize("loss", [STUCK, NO_NUMBER], ids=["stuck", "no number"])
def test_fires_at_fit_when_nothing_was_learned(loss: list[float]) -> None:
    finding = diagnosis.match(evidence(fits=[trained(loss=loss)]))

    assert finding is not None
    assert finding.line == 3
    assert "between -3 and 846" in finding.evidence


def test_fires_on_a_series_that_goes_into_a_recurrent_layer() -> None:
    series = replace(TABLE, shape=[64, 15, 1], low=9000.0, high=9800.0)

    run = trained(layer("LSTM", units=4), loss=STUCK, inputs=series)

    assert diagnosis.match(evidence(fits=[run])) is not None


@pytest.mark.parametrize(
    "changed",
    [
        {"loss": LEARNED},
        {"loss": STUCK, "inputs": replace(TABLE, high=9.0)},
        {"loss": STUCK[:2]},
        {"loss": NO_NUMBER, "inputs": replace(TABLE, nan=4)},
        {"loss": STUCK, "inputs": replace(TABLE, shape=[64, 8, 8, 3])},
    ],
    ids=["learned", "small", "too few epochs", "gaps", "pictures"],
)
def test_is_silent_on(changed: dict[str, Any]) -> None:
    assert diagnosis.match(evidence(fits=[trained(**changed)])) is None


@pytest.mark.parametrize("kind", ["Normalization", "BatchNormalization", "Embedding", "Rescaling"])
def test_is_silent_when_the_model_takes_numbers_of_any_size(kind: str) -> None:
    assert diagnosis.match(evidence(fits=[trained(layer(kind), loss=STUCK)])) is None


def test_fires_on_a_single_column_that_was_given_as_a_row_of_numbers() -> None:
    column = replace(TABLE, shape=[64], low=600.0, high=4500.0)

    assert diagnosis.match(evidence(fits=[trained(loss=NO_NUMBER, inputs=column)])) is not None


NEAR = TensorSample(path="0/0", dtype="float32", shape=[64, 8], low=0.0, high=39.0)
FAR = TensorSample(path="0/1", dtype="float32", shape=[64, 8], low=-40_000.0, high=800_000.0)


def two_inputs(*layers: Layer, loss: list[float], far: TensorSample = FAR) -> Fit:
    run = trained(*layers, loss=loss)
    labels = run.train.sample[1]
    return replace(run, train=replace(run.train, sample=[NEAR, far, labels]))


def test_fires_on_one_of_two_inputs_that_drives_a_loss_out_of_all_proportion() -> None:
    finding = diagnosis.match(evidence(fits=[two_inputs(loss=[9e9, 4e8, 2e7])]))

    assert finding is not None
    assert "one of the inputs lies between -4e+04 and 8e+05" in finding.evidence


def test_is_silent_on_two_inputs_of_which_one_is_made_smaller_or_that_are_learned_from() -> None:
    scaled = two_inputs(layer("Normalization"), loss=[9e9, 4e8, 2e7])
    learned = two_inputs(loss=[0.6, 0.3, 0.2])

    assert diagnosis.match(evidence(fits=[scaled])) is None
    assert diagnosis.match(evidence(fits=[learned])) is None
