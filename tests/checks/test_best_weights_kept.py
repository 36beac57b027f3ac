"""A weights file holds the best epoch of a training, not the last."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.best_weights_kept import BestWeightsKept
from etude.checks.values import Arrays, Call, Dataset, SmallModel
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
MODEL = SmallModel(shape=(3,), classes=2, learning_rate=1.0)
LABELS = {"fill": "integers", "high": 2, "dtype": "int64"}
TRAINING = Dataset(x=Arrays(shape=(24, 3)), y=Arrays(shape=(24,), **LABELS), batch=8)
VALIDATION = Dataset(x=Arrays(shape=(16, 3), seed=5), y=Arrays(shape=(16,), seed=7, **LABELS))
CHECK = BestWeightsKept(
    of=Call(function="train", args=(MODEL, TRAINING, VALIDATION)),
    model=MODEL,
    path="best.weights.h5",
    validation=VALIDATION,
    monitor="val_loss",
    best="min",
    name="kept",
)


def kept(**fields: Any) -> dict[str, Any]:
    given = {
        "path": "best.weights.h5",
        "monitor": "val_loss",
        "value": 0.5,
        "epoch": 2,
        "epochs": 4,
        "best": 2,
        "best_value": 0.5,
    }
    return {"kept": given | fields}


def test_the_best_epoch_passes() -> None:
    assert CHECK.judge(kept()).status is Status.PASSED


def test_another_epoch_that_was_just_as_good_passes() -> None:
    assert CHECK.judge(kept(epoch=3)).status is Status.PASSED


@pytest.mark.parametrize(
    ("fields", "received"),
    [
        ({"epoch": 4, "value": 0.75}, "epoch 4, the last one, val_loss 0.750"),
        ({"epoch": 3, "value": 0.625}, "epoch 3, val_loss 0.625"),
        ({"epoch": 0, "value": 2.0}, "weights of no epoch of this training, val_loss 2.000"),
    ],
)
def test_other_weights_are_told_beside_the_best(fields: dict[str, Any], received: str) -> None:
    verdict = CHECK.judge(kept(**fields))

    assert verdict.expected == "epoch 2, val_loss 0.500"
    assert verdict.received == received


def test_without_a_measure_nothing_is_best() -> None:
    verdict = CHECK.judge(kept(best=0, best_value=None))

    assert verdict.received == "logs without val_loss"


def test_without_a_file_the_verdict_says_so() -> None:
    assert CHECK.judge({"kept": None, "missing": True}).received == "no such file"


FIT = """
import keras
def train(model, training, validation):
    keep = keras.callbacks.ModelCheckpoint(
        "best.weights.h5", save_weights_only=True, save_best_only=BEST_ONLY)
    model.fit(training, validation_data=validation, epochs=6, callbacks=[keep], verbose=0)
"""


@pytest.mark.tensorflow
def test_a_checkpoint_of_the_best_epoch_passes_and_one_of_every_epoch_fails(probe: Probe) -> None:
    best = probe(CHECK, FIT.replace("BEST_ONLY", "True"))
    last = probe(CHECK, FIT.replace("BEST_ONLY", "False"))

    assert CHECK.judge(best).status is Status.PASSED
    assert best["kept"]["epoch"] == best["kept"]["best"] < 6
    assert last["kept"]["epoch"] == last["kept"]["epochs"] == 6
    assert CHECK.judge(last).status is Status.FAILED
