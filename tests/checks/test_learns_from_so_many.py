"""A training must be given the examples that are meant for it, and no others."""

from typing import Any

import pytest

from etude.checks.learns_from_so_many import LearnsFromSoMany
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = LearnsFromSoMany(of=Name(name="model"), most=40, things="reviews")
ALL = LearnsFromSoMany(of=Name(name="model"), most=40, least=40, shape=(3,), things="rows")
PROGRAM = """\
import keras
import numpy as np
import tensorflow as tf
x, y = np.ones((50, 3)), np.ones(50)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit({given}, verbose=0)
"""


def given(count: int | None, shape: list[int] | None = None, check: Any = CHECK) -> Any:
    return check.judge({"given": [{"line": 7, "count": count, "shape": shape}]})


def test_as_many_as_there_are_pass_and_what_is_not_known_passes() -> None:
    assert given(40).status is Status.PASSED
    assert given(30).status is Status.PASSED
    assert given(None).status is Status.PASSED
    assert CHECK.judge({"given": []}).status is Status.PASSED


def test_more_and_fewer_are_told() -> None:
    assert given(50).received == "50, those that are held out among them"
    assert given(50).line == 7
    assert given(30, [3], ALL).received == "30"
    assert given(40, [2], ALL).received == "shape (2,)"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ("x[:40], y[:40]", Status.PASSED),
        ("x[:40], y[:40], validation_data=(x[40:], y[40:])", Status.PASSED),
        ("x, y", Status.FAILED),
        ("x[:20], y[:20]", Status.FAILED),
        ("x[:40, :2], y[:40]", Status.FAILED),
        ("tf.data.Dataset.from_tensor_slices((x, y)).take(40).batch(8)", Status.PASSED),
    ],
)
def test_looks_at_what_fit_is_given(probe: Any, arguments: str, status: Status) -> None:
    program = PROGRAM.format(given=arguments)
    if ":2]" in arguments:
        program = program.replace("keras.Input((3,))", "keras.Input((2,))")

    assert ALL.judge(probe(ALL, program)).status is status
