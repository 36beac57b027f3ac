"""A training must be watched on examples that it does not learn from."""

from typing import Any

import pytest

from etude.checks.values import Name
from etude.checks.watches_validation import WatchesValidation
from etude.domain.verdict import Status

CHECK = WatchesValidation(name="watches")
KEEPING = WatchesValidation(name="watches", kept=Name(name="x_end"))
PROGRAM = """
import keras, numpy as np
x, y = np.ones((20, 2), "float32"), np.arange(20.0)
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, y, verbose=0ARGUMENTS)
"""


def training(overlap: str = "", **logs: float) -> dict[str, Any]:
    return {"line": 7, "overlap": overlap, "epochs": [{"loss": 1.0} | logs]}


def test_one_watched_training_is_enough() -> None:
    trainings = [training(val_loss=1.0), training()]

    assert CHECK.judge({"watched": trainings}).status is Status.PASSED


def test_a_loss_that_became_nan_was_watched_all_the_same() -> None:
    assert CHECK.judge({"watched": [training(val_loss=float("nan"))]}).status is Status.PASSED


def test_a_training_that_nobody_watched_is_told_at_its_line() -> None:
    verdict = CHECK.judge({"watched": [training()]})

    assert verdict.received == "fit without validation data"
    assert verdict.line == 7


def test_validation_on_training_examples_is_told() -> None:
    verdict = CHECK.judge({"watched": [training("same", val_loss=1.0)]})

    assert verdict.received == "training examples once more"


def test_validation_on_what_is_kept_for_the_end_is_told_at_its_line() -> None:
    verdict = KEEPING.judge({"watched": [training(val_loss=1.0)], "spent": [7]})

    assert verdict.received.startswith("validation on x_end")
    assert verdict.line == 7


def test_a_program_that_never_trains_is_told() -> None:
    assert CHECK.judge({"watched": []}).received == "fit is never called"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (", validation_data=(x[:5], y[:5] + 1)", Status.PASSED),
        (", validation_split=0.2", Status.PASSED),
        ("", Status.FAILED),
        (", validation_data=(x, y)", Status.FAILED),
    ],
)
def test_the_probe_sees_each_way_to_validate(probe: Any, arguments: str, status: Status) -> None:
    facts = probe(CHECK, PROGRAM.replace("ARGUMENTS", arguments))

    assert CHECK.judge(facts).status is status


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (", validation_data=(x_end, y)", Status.FAILED),
        (", validation_data=(x_end[:5], y[:5])", Status.FAILED),
        (", validation_data=(x_end[-5:], y[-5:])", Status.FAILED),
        (", validation_data=(x_end + 1, y)", Status.PASSED),
        (", validation_split=0.2", Status.PASSED),
    ],
)
def test_what_is_kept_for_the_end_may_not_be_looked_at(
    probe: Any, arguments: str, status: Status
) -> None:
    program = PROGRAM.replace("model =", "x_end = np.arange(40.0).reshape(20, 2)\nmodel =", 1)
    facts = probe(KEEPING, program.replace("ARGUMENTS", arguments))

    assert KEEPING.judge(facts).status is status


@pytest.mark.tensorflow
@pytest.mark.parametrize(("rows", "spent"), [("x_end[3:9]", 1), ("x[3:9]", 0)])
def test_the_probe_knows_rows_from_the_middle_of_what_is_kept(
    probe: Any, rows: str, spent: int
) -> None:
    varied = PROGRAM.replace('np.ones((20, 2), "float32")', "np.random.rand(20, 2)")
    program = varied.replace("model = ", "x_end = np.random.rand(20, 2)\nmodel = ", 1)
    given = f", validation_data=({rows}, y[3:9])"

    facts = probe(KEEPING, program.replace("ARGUMENTS", given))

    assert len(facts["spent"]) == spent


def test_validation_examples_that_are_learned_are_told_by_their_share() -> None:
    verdict = CHECK.judge({"watched": [training(val_loss=1.0)], "shared": 0.86})

    assert verdict.received == "86% of the validation examples are training examples, too"
    assert verdict.line == 7


def test_a_few_rows_that_a_table_holds_twice_pass() -> None:
    facts = {"watched": [training(val_loss=1.0)], "shared": 0.2}

    assert CHECK.judge(facts).status is Status.PASSED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("parts", "share"), [("x[:40], x[40:]", 0.0), ("x, x[40:]", 1.0), ("x[:50], x[40:]", 0.5)]
)
def test_examples_of_two_datasets_are_compared(probe: Any, parts: str, share: float) -> None:
    program = f"""
import keras, numpy as np, tensorflow as tf
x = np.random.default_rng(0).normal(size=(60, 3)).astype("float32")
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile(loss="mse")
learned, judged = {parts}
def data(rows):
    return tf.data.Dataset.from_tensor_slices((rows, rows[:, :1])).shuffle(60).batch(8)
model.fit(data(learned), validation_data=data(judged), verbose=0)
"""

    assert probe(CHECK, program)["shared"] == share


@pytest.mark.tensorflow
def test_what_keras_itself_holds_back_is_not_learned(probe: Any) -> None:
    program = """
import keras, numpy as np
x = np.random.default_rng(0).normal(size=(60, 3)).astype("float32")
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(x, x[:, :1], validation_split=0.3, verbose=0)
"""

    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED
