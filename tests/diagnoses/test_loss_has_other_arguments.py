"""Losses and metrics that Keras cannot call."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import loss_has_other_arguments as diagnosis

LOSSES = "keras.src.losses.losses.call"
METRICS = "keras.src.metrics.reduction_metrics.update_state"
ONE = "def close(y_pred):\n    return y_pred\nmodel.compile(loss=close)\n"
THREE = "def close(y_true, y_pred, width):\n    return width\nmodel.compile(loss=close)\n"
MAKER = "def close(width):\n    def loss(y_true, y_pred):\n        return width\n    return loss\n"
METHOD = "class Net:\n    def close(self):\n        return self.x\n"
STATIC = "class Net:\n    @staticmethod\n    def close(y_pred):\n        return y_pred\n"
NO_SELF = "class Net:\n    def close(y_true, y_pred):\n        return y_pred\n"
TOOK_ONE = "close() takes 1 positional argument but 2 were given"


@pytest.mark.parametrize(
    ("program", "message", "change"),
    [
        (ONE, TOOK_ONE, "def close(y_true, y_pred), and compute"),
        (
            THREE,
            "close() missing 1 required positional argument: 'width'",
            "lambda y_true, y_pred: close(y_true, y_pred, width)",
        ),
        (MAKER, TOOK_ONE, "call it, so that loss gets the function that it returns: close(width)"),
        (
            METHOD,
            "Net.close() takes 1 positional argument but 3 were given",
            "def close(self, y_true, y_pred)",
        ),
        (STATIC, "Net." + TOOK_ONE, "def close(y_true, y_pred), and compute"),
        (
            NO_SELF,
            "Net.close() takes 2 positional arguments but 3 were given",
            "def close(self, y_true, y_pred), or @staticmethod",
        ),
        (
            "model.compile(loss=lambda p: p)\n",
            "<lambda>() takes 1 positional argument but 2 were given",
            "lambda y_true, y_pred: ...",
        ),
    ],
    ids=["one", "three", "a maker", "a method", "a static method", "no self", "a lambda"],
)
def test_says_what_the_function_should_take(program: str, message: str, change: str) -> None:
    finding = diagnosis.match(failed(program, message, "TypeError", raised_by=LOSSES))

    assert finding is not None
    assert change in finding.change


def test_fires_on_a_metric() -> None:
    finding = diagnosis.match(failed(ONE, TOOK_ONE, "TypeError", raised_by=METRICS))

    assert finding is not None
    assert finding.line == 1
    assert "Keras calls a metric with" in finding.evidence


def test_looks_in_the_class_that_is_named() -> None:
    first = "def call(self, x):\n    return x\n"
    program = f"{first}class Own(Loss):\n    def call(self, y_pred):\n        return 0\n"
    message = "Own.call() takes 2 positional arguments but 3 were given"

    finding = diagnosis.match(failed(program, message, "TypeError", raised_by=LOSSES))

    assert finding is not None
    assert finding.line == 4


@pytest.mark.parametrize(
    ("program", "message", "raised_by"),
    [
        (ONE, "unsupported operand type(s)", LOSSES),
        (ONE, TOOK_ONE, ""),
        (ONE, "far() takes 1 positional argument but 2 were given", LOSSES),
    ],
    ids=["another error", "called by the program itself", "a function of another file"],
)
def test_is_silent_on(program: str, message: str, raised_by: str) -> None:
    assert diagnosis.match(failed(program, message, "TypeError", raised_by=raised_by)) is None
