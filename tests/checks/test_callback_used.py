"""A callback watches what it should, and did what it is for."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest

from etude.checks.callback_used import CallbackUsed
from etude.checks.values import Call
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
TRAIN = Call(function="train")

STOPS = CallbackUsed(
    of=TRAIN, kind="EarlyStopping", effect="stops", monitor="val_loss", best="min", patience=2,
    name="stops",
)  # fmt: skip
SAVES = CallbackUsed(
    of=TRAIN, kind="ModelCheckpoint", effect="saves", monitor="val_loss", best="min",
    path="best.weights.h5", name="saves",
)  # fmt: skip
LOWERS = CallbackUsed(
    of=TRAIN, kind="ReduceLROnPlateau", effect="lowers the learning rate", monitor="val_loss",
    best="min", name="lowers",
)  # fmt: skip


def callback(kind: str, *bases: str, **options: Any) -> dict[str, Any]:
    given = {"monitor": "val_loss", "direction": "min"} | options
    return {"kind": kind, "bases": [kind, *bases], "line": 3, "options": given}


def stopper(**options: Any) -> dict[str, Any]:
    return callback("EarlyStopping", **({"patience": 2} | options))


def facts(
    *callbacks: dict[str, Any], losses: Sequence[float] = (3, 2, 2, 4), saved: bool = False
) -> dict[str, Any]:
    epochs = [{"loss": 1.0, "val_loss": value, "learning_rate": 0.1} for value in losses]
    training = {"line": 5, "asked": 6, "callbacks": list(callbacks), "epochs": epochs}
    return {"trainings": [training], "saved": saved}


def test_training_that_ends_when_patience_is_over_passes() -> None:
    assert STOPS.judge(facts(stopper())).status is Status.PASSED


def test_training_that_improves_to_the_last_epoch_need_not_stop() -> None:
    assert STOPS.judge(facts(stopper(), losses=(6, 5, 4, 3, 2, 1))).status is Status.PASSED


def test_a_class_that_derives_from_keras_own_passes() -> None:
    own = callback("Patient", "EarlyStopping", "MonitorCallback", patience=2)

    assert STOPS.judge(facts(own)).status is Status.PASSED


def test_a_callback_of_ones_own_with_the_same_effect_passes() -> None:
    assert STOPS.judge(facts(callback("StopInTime"))).status is Status.PASSED


def test_small_gains_do_not_count_below_min_delta() -> None:
    losses = (3.0, 2.9, 2.8)

    assert STOPS.judge(facts(stopper(min_delta=-0.5), losses=losses)).status is Status.PASSED
    assert STOPS.judge(facts(stopper(), losses=losses)).status is Status.FAILED


def test_training_that_went_on_fails() -> None:
    verdict = STOPS.judge(facts(stopper(), losses=(1, 2, 3, 4, 5, 6)))

    assert verdict.status is Status.FAILED
    assert verdict.received == "6 of 6 epochs, with no such effect"
    assert verdict.line == 3


@pytest.mark.parametrize(
    ("options", "received"),
    [
        ({"monitor": "val_acc"}, "it watches 'val_acc', which is not among loss, val_loss"),
        ({"monitor": "loss"}, "it watches 'loss'"),
        ({"direction": "max"}, "mode='max': it looks for the worst val_loss"),
        ({"patience": 5}, "patience=5"),
    ],
)
def test_a_wrong_option_is_named(options: dict[str, Any], received: str) -> None:
    verdict = STOPS.judge(facts(stopper(**options)))

    assert verdict.expected.startswith("EarlyStopping with monitor='val_loss', patience=2")
    assert verdict.received == received
    assert verdict.line == 3


def test_without_the_callback_and_its_effect_both_are_asked_for() -> None:
    verdict = STOPS.judge(facts(callback("TensorBoard"), losses=(1, 2, 3, 4)))

    assert verdict.expected == "EarlyStopping among the callbacks of fit"
    assert verdict.received == "callbacks: TensorBoard"
    assert verdict.line == 5


def test_without_any_callback_the_verdict_says_so() -> None:
    assert STOPS.judge(facts(losses=(1, 2, 3, 4))).received == "fit without callbacks"
    assert STOPS.judge({"trainings": [], "saved": False}).received == "no call of fit"


def test_a_file_must_have_appeared() -> None:
    given = callback("ModelCheckpoint", filepath="other.weights.h5")

    assert SAVES.judge(facts(given, saved=True)).status is Status.PASSED
    verdict = SAVES.judge(facts(given))
    assert verdict.expected == "a file best.weights.h5 after training"
    assert verdict.received == "none; ModelCheckpoint writes other.weights.h5"


def test_the_learning_rate_must_have_fallen() -> None:
    found = facts(callback("ReduceLROnPlateau"))

    assert LOWERS.judge(found).status is Status.FAILED
    found["trainings"][0]["epochs"][-1]["learning_rate"] = 0.01
    assert LOWERS.judge(found).status is Status.PASSED


PROGRAM = """
import keras, numpy as np
x = np.linspace(0, 1, 8, dtype="float32").reshape(8, 1)
def train():
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(keras.optimizers.SGD(0.2), "mse")
    callbacks = [
        keras.callbacks.EarlyStopping(patience=2),
        keras.callbacks.ReduceLROnPlateau(patience=1),
        keras.callbacks.ModelCheckpoint(
            "best.weights.h5", save_best_only=True, save_weights_only=True),
    ]
    model.fit(x, x, epochs=6, validation_data=(x, -x), callbacks=callbacks, verbose=0)
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize("check", [STOPS, SAVES, LOWERS], ids=["stops", "saves", "lowers"])
def test_keras_own_callbacks_are_seen_at_work(check: CallbackUsed, probe: Probe) -> None:
    verdict = check.judge(probe(check, PROGRAM))

    assert verdict.status is Status.PASSED, verdict
