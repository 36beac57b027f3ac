"""A training is validated on the data that are meant for it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.fits_with_validation import FitsWithValidation
from etude.checks.values import Arrays, Call, Dataset, SmallModel
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]

MODEL = SmallModel(shape=(3,), classes=2, learning_rate=0.5)
LABELS = {"fill": "integers", "high": 2, "dtype": "int64"}
TRAINING = Dataset(x=Arrays(shape=(24, 3)), y=Arrays(shape=(24,), **LABELS), batch=8)
VALIDATION = Dataset(
    x=Arrays(shape=(16, 3), seed=1), y=Arrays(shape=(16,), seed=1, **LABELS), batch=8
)
CHECK = FitsWithValidation(
    of=Call(function="train", args=(MODEL, TRAINING, VALIDATION)),
    model=MODEL,
    validation=VALIDATION,
    training=TRAINING,
    name="validated",
)

RESULTS = {
    "validation": {"loss": 0.5, "accuracy": 0.75},
    "training": {"loss": 0.25, "accuracy": 0.875},
}


def facts(**training: Any) -> dict[str, Any]:
    given = {"line": 4, "asked": 1, "validation": "given", "split": 0.0, "overlap": ""}
    epochs = [{"loss": 0.3, "val_loss": 0.6, "val_accuracy": 0.5}]
    one = given | {"callbacks": [], "epochs": epochs} | training
    return {"trainings": [one], "results": RESULTS}


def test_results_on_the_validation_data_that_fit_logged_pass() -> None:
    epochs = [{"val_loss": 0.9, "val_accuracy": 0.5}, {"val_loss": 0.500001, "val_accuracy": 0.75}]

    assert CHECK.judge(facts(epochs=epochs)).status is Status.PASSED


def test_validation_after_some_epochs_alone_is_told_with_their_number() -> None:
    validated = {"loss": 0.3, "val_loss": 0.5, "val_accuracy": 0.75}

    verdict = CHECK.judge(facts(epochs=[{"loss": 0.4}, validated, {"loss": 0.2}, validated]))

    assert verdict.status is Status.FAILED
    assert verdict.received == "validation after 2 of 4 epochs"
    assert verdict.line == 4


@pytest.mark.parametrize(
    ("training", "received"),
    [
        ({"validation": ""}, "fit without any validation data"),
        (
            {"validation": "split", "split": 0.25},
            "validation_split=0.25: a part of the training data",
        ),
        ({"overlap": "same"}, "validation on the training data"),
        ({"overlap": "part"}, "validation on a part of the training data"),
        (
            {"epochs": [{"val_loss": 0.25, "val_accuracy": 0.875}]},
            "validation on the training data",
        ),
        (
            {},
            "a val_loss of 0.6000 after the last epoch, while the trained model has a loss of "
            "0.5000 on the validation data",
        ),
        ({"epochs": []}, "validation on other data"),
    ],
)
def test_anything_else_is_told_for_what_it_is(training: dict[str, Any], received: str) -> None:
    verdict = CHECK.judge(facts(**training))

    assert verdict.status is Status.FAILED
    assert verdict.received == received
    assert verdict.line == 4


def test_without_a_call_of_fit_the_verdict_says_so() -> None:
    assert CHECK.judge({"trainings": [], "results": RESULTS}).received == "no call of fit"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "fit",
    [
        "model.fit(train, validation_data=validation, epochs=2, verbose=0)",
        "model.fit(train.shuffle(9), validation_data=validation.unbatch().batch(5).cache(),"
        " epochs=2, verbose=0)",
        "model.fit(train, validation_data=next(iter(validation.unbatch().batch(99))), verbose=0)",
    ],
    ids=["as given", "rebatched", "as arrays"],
)
def test_every_way_of_handing_over_the_validation_data_passes(fit: str, probe: Probe) -> None:
    found = probe(CHECK, f"def train(model, train, validation):\n    {fit}\n")

    assert CHECK.judge(found).status is Status.PASSED
    assert [training["line"] for training in found["trainings"]] == [2]


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("data", "received"),
    [
        ("train", "validation on the training data"),
        ("train.take(1)", "validation on a part of the training data"),
        ("validation.take(1)", "a val_loss of"),
    ],
)
def test_other_data_are_recognised(data: str, received: str, probe: Probe) -> None:
    fit = f"model.fit(train, validation_data={data}, verbose=0)"
    found = probe(CHECK, f"def train(model, train, validation):\n    {fit}\n")

    assert CHECK.judge(found).received.startswith(received)
