"""Metrics for one of several outputs."""

from dataclasses import replace

import pytest
from described import dense, model
from stopped import arrays, failed

from etude.diagnoses.catalogue import metrics_not_for_each_output as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Fit, TensorSpec

PROGRAM = """\
model.compile(
    loss="mse",
    metrics=["accuracy"],
)
model.fit(x, [a, b])
"""
MESSAGES = {
    "today": "tuple arity mismatch; expected: 2, got: 1\nInvalid `metrics`. ...\n"
    "Received: metrics=['accuracy']",
    "before": "when providing the `metrics` argument as a list, it should have as many entries as "
    "the model has outputs. Received:\nmetrics=['accuracy']\nof length 1",
    "dictionary": "In the dict argument `metrics`, key 'b' does not correspond to any output. "
    "Received:\nmetrics=['accuracy']",
}


def run(message: str, outputs: int = 2) -> Evidence:
    trained = replace(
        model(dense(1), loss="mse", compile_line=1),
        outputs=[
            TensorSpec(path=name, dtype="float32", shape=[None, 1]) for name in "ab"[:outputs]
        ],
    )
    fit = Fit(index=0, line=5, model=trained, train=arrays(x=[8, 2], y=[8]))
    return replace(failed(PROGRAM, message, line=5), fits=[fit])


@pytest.mark.parametrize("message", MESSAGES.values(), ids=MESSAGES.keys())
def test_fires_at_the_metrics(message: str) -> None:
    finding = diagnosis.match(run(message))

    assert finding is not None
    assert finding.line == 3
    assert finding.evidence.startswith("the outputs are a and b, and metrics=['accuracy']")


def test_is_silent_about_other_exceptions() -> None:
    assert diagnosis.match(run("could not broadcast")) is None


def test_is_silent_with_one_output() -> None:
    assert diagnosis.match(run(MESSAGES["today"], outputs=1)) is None
