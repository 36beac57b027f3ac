"""A saved model is the best epoch of its training."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.saves_best_epoch import SavesBestEpoch
from etude.checks.values import Name
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
CHECK = SavesBestEpoch(
    artifact="it.keras", validation=Name(name="validation_data"), things="pictures", name="best"
)


def kept(**fields: Any) -> dict[str, Any]:
    given = {
        "path": "it.keras",
        "monitor": "val_loss",
        "value": 0.75,
        "epoch": 4,
        "epochs": 4,
        "best": 2,
        "best_value": 0.5,
        "is_best": False,
    }
    return {"kept": given | fields}


def test_the_last_epoch_is_told_beside_the_best() -> None:
    verdict = CHECK.judge(kept())

    assert verdict.expected == "epoch 2, val_loss 0.500"
    assert verdict.received == "epoch 4, the last one, val_loss 0.750"


def test_without_a_validation_loss_the_verdict_says_how_to_get_one() -> None:
    verdict = CHECK.judge(kept(best=0, best_value=None))

    assert verdict.received == "logs without val_loss"
    assert verdict.attempt == "hold some of the pictures back: fit(..., validation_data=...)"


@pytest.mark.parametrize(
    ("facts", "received"),
    [
        ({"no_model": "NoneType"}, "None"),
        ({"no_data": "ndarray"}, "ndarray"),
        ({"outputs_are": "a dict of 2 outputs"}, "a dict of 2 outputs"),
    ],
)
def test_what_cannot_be_judged_is_told(facts: dict[str, Any], received: str) -> None:
    assert CHECK.judge(facts).received == received


FIT = """
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(0)
x, y = rng.normal(size=(60, 8)).astype("float32"), rng.integers(0, 3, 60)
validation_data = tf.data.Dataset.from_tensor_slices((x[40:], LABELS[40:])).batch(7)
model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation=ACTIVATION)])
model.compile(optimizer=keras.optimizers.Adam(0.3), loss=LOSS, metrics=["accuracy"])
back = keras.callbacks.EarlyStopping(
    monitor=MONITOR, mode="auto", patience=20, restore_best_weights=RESTORES)
model.fit(
    x[:40], LABELS[:40], validation_data=validation_data, epochs=20, callbacks=[back], verbose=0)
model.save("it.keras")
"""
PLAIN = {
    "LABELS": "y",
    "ACTIVATION": '"softmax"',
    "LOSS": '"sparse_categorical_crossentropy"',
    "MONITOR": '"val_loss"',
    "RESTORES": "True",
}
LOGITS = {
    "ACTIVATION": "None",
    "LOSS": "keras.losses.SparseCategoricalCrossentropy(from_logits=True)",
}
SMOOTHED = {
    "LABELS": "np.eye(3)[y]",
    "LOSS": "keras.losses.CategoricalCrossentropy(label_smoothing=0.2)",
}


def program(changes: Mapping[str, str]) -> str:
    text = FIT
    for name, words in (PLAIN | changes).items():
        text = text.replace(name, words)
    return text


@pytest.mark.slow
@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "changes",
    [{}, {"MONITOR": '"val_accuracy"'}, LOGITS, SMOOTHED],
    ids=["by loss", "by accuracy", "logits", "smoothed labels"],
)
def test_weights_brought_back_pass(probe: Probe, changes: Mapping[str, str]) -> None:
    facts = probe(CHECK, program(changes))

    assert CHECK.judge(facts).status is Status.PASSED


@pytest.mark.slow
@pytest.mark.tensorflow
def test_the_last_epoch_fails_when_another_was_better(probe: Probe) -> None:
    facts = probe(CHECK, program({"RESTORES": "False"}))

    assert facts["kept"]["epoch"] == 20 > facts["kept"]["best"]
    assert CHECK.judge(facts).status is Status.FAILED


@pytest.mark.slow
@pytest.mark.tensorflow
def test_a_file_that_is_not_there_is_no_model(probe: Probe) -> None:
    assert probe(CHECK, "validation_data = None") == {"no_model": "NoneType"}
