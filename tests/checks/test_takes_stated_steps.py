"""A training leaves the weights that the stated steps lead to, told by taking them."""

from typing import Any

import pytest

from etude.checks.stated_training import StatedTraining, Steps
from etude.checks.takes_stated_steps import TakesStatedSteps
from etude.checks.trains_without_fit import TrainsWithoutFit
from etude.checks.true_logs import TrueLogs
from etude.checks.values import Arrays, Call, Dataset, SmallModel
from etude.domain.verdict import Status

MODEL = SmallModel(shape=(4,), classes=3, hidden=(4,), normalised=True, learning_rate=0.5)
DATA = Dataset(
    x=Arrays(shape=(12, 4), seed=1),
    y=Arrays(shape=(12,), fill="integers", high=3, dtype="int64"),
    batch=5,
)
TRAIN = Call(function="train", args=(MODEL, DATA, 2))
STATED = StatedTraining(model=MODEL, data=DATA, epochs=2)
CHECK = TakesStatedSteps(of=TRAIN, stated=STATED)
LOGS = TrueLogs(of=TRAIN, stated=STATED)
WITH_FIT = """\
def train(model, data, epochs):
    return model.fit(data, epochs=epochs, verbose=0)
"""
LOOP = """\
import keras
import tensorflow as tf
def train(model, data, epochs):
    measure = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    for _ in range(epochs):
        for x, y in data:
            with tf.GradientTape() as tape:
                loss = measure(y, model(x, training={training}))
            gradients = tape.gradient(loss, model.trainable_variables)
            model.optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""


def test_passes_what_differs_by_rounding() -> None:
    assert CHECK.judge({"off": 1e-4, "like": ""}).status is Status.PASSED


def test_names_the_training_that_leads_to_the_same_weights() -> None:
    verdict = CHECK.judge({"off": 0.4, "like": "without clipping"})

    assert verdict.status is Status.FAILED
    assert verdict.received == "those of a training without clipping"


def test_tells_how_far_off_the_weights_are_when_nothing_leads_to_them() -> None:
    assert "off by 40.0% of the way" in CHECK.judge({"off": 0.4, "like": ""}).received
    assert "off by 12 times the way" in CHECK.judge({"off": 12.0, "like": ""}).received


def logs(told: dict[str, Any], truth: list[dict[str, float]]) -> dict[str, Any]:
    numbers = {"examples": 100, "val_examples": 50}
    return {"type": "dict", "logs_told": told, "truth": truth, **numbers}


def test_lets_two_undecided_examples_pass() -> None:
    truth = [{"loss": 1.0, "accuracy": 0.5}]

    assert LOGS.judge(logs({"loss": [1.0], "accuracy": [0.52]}, truth)).status is Status.PASSED
    assert LOGS.judge(logs({"loss": [1.0], "accuracy": [0.53]}, truth)).status is Status.FAILED


def test_tells_an_untrue_number_and_its_epoch() -> None:
    truth = [{"loss": 1.0, "accuracy": 0.5}, {"loss": 0.8, "accuracy": 0.5}]
    told = {"loss": [1.0, 0.9], "accuracy": [0.5, 0.5]}

    verdict = LOGS.judge(logs(told, truth))

    assert verdict.expected.startswith("loss 0.8000 in epoch 2")
    assert verdict.received == "0.9000"


def test_asks_for_one_number_per_epoch() -> None:
    facts = logs({"loss": [1.0], "accuracy": None}, [{}, {}])

    assert LOGS.judge(facts).received == "1 numbers for loss"
    assert LOGS.judge({**facts, "logs_told": {}}).received == "an object of class dict"


def test_a_norm_is_the_mean_over_the_steps() -> None:
    norms = TrueLogs(of=TRAIN, stated=STATED, names=("gradient_norm",))
    verdict = norms.judge(logs({"gradient_norm": [3.0]}, [{"gradient_norm": 1.0}]))

    assert verdict.expected == "gradient_norm 1.0000 in epoch 1: the mean over its steps"


def test_fit_is_no_loop_of_ones_own() -> None:
    check = TrainsWithoutFit(of=TRAIN)

    assert check.judge({"fit_lines": []}).status is Status.PASSED
    assert check.judge({"fit_lines": [7]}).line == 7


@pytest.mark.tensorflow
def test_fit_takes_the_same_steps_and_tells_the_truth(probe) -> None:  # type: ignore[no-untyped-def]
    assert CHECK.judge(probe(CHECK, WITH_FIT)).status is Status.PASSED
    assert LOGS.judge(probe(LOGS, WITH_FIT)).status is Status.PASSED


@pytest.mark.tensorflow
def test_a_loop_takes_them_if_the_model_is_training(probe) -> None:  # type: ignore[no-untyped-def]
    wrong = CHECK.judge(probe(CHECK, LOOP.format(training=False)))

    assert CHECK.judge(probe(CHECK, LOOP.format(training=True))).status is Status.PASSED
    assert wrong.received == "those of a training whose model was never told that it is training"


@pytest.mark.tensorflow
def test_steps_may_be_clipped_and_shared(probe) -> None:  # type: ignore[no-untyped-def]
    stated = StatedTraining(model=MODEL, data=DATA, epochs=2, steps=Steps(clip=0.1))
    check = TakesStatedSteps(of=TRAIN, stated=stated)

    verdict = check.judge(probe(check, LOOP.format(training=True)))

    assert verdict.received == "those of a training without clipping"
