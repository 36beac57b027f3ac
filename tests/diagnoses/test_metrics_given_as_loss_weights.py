"""Metrics in the third place."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import metrics_given_as_loss_weights as diagnosis


@pytest.mark.parametrize(
    "third", ["['accuracy']", "METRICS", "[keras.metrics.AUC()]", "['mae', tf.keras.metrics.AUC()]"]
)
def test_fires_at_compile(third: str) -> None:
    program = f"METRICS = ['acc']\nmodel.compile('adam', 'mse', {third})\n"

    finding = diagnosis.match(evidence(program=program))

    assert finding is not None
    assert finding.line == 2
    assert finding.change == f"metrics={third}"


@pytest.mark.parametrize(
    "call",
    [
        "model.compile('adam', 'mse', metrics=['mae'])",
        "model.compile('adam', 'mse', [1.0, 0.5])",
        "model.compile('adam', 'mse', {'box': 5.0})",
        "gan.compile(d_opt, g_opt, loss_fn)",
        "compile(text, 'a.py', 'exec')",
    ],
)
def test_is_silent_on(call: str) -> None:
    assert diagnosis.match(evidence(program=call + "\n")) is None
