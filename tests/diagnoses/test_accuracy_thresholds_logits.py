"""Accuracy of raw outputs."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from described import dense, evidence, model

from etude.diagnoses.catalogue import accuracy_thresholds_logits as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Model

LOSS = "binary_crossentropy"
PROGRAM = "\nmodel.compile(loss=loss,\n              metrics=[metric])\n"


def compiled(
    metric: str,
    thresholds: Mapping[str, float] | None = None,
    *,
    activation: str = "linear",
    loss: str = LOSS,
    from_logits: bool = True,
    units: int = 1,
) -> Model:
    made = model(dense(units, activation), loss=loss, from_logits=from_logits, metrics=[metric])
    assert made.compiled is not None
    return replace(made, compiled=replace(made.compiled, thresholds=thresholds or {}))


@pytest.mark.parametrize(
    ("metric", "thresholds"),
    [("accuracy", None), ("binary_accuracy", None), ("binary_accuracy", {"binary_accuracy": 0.5})],
)
def test_fires_at_the_metric(metric: str, thresholds: Mapping[str, float] | None) -> None:
    finding = diagnosis.match(evidence(models=[compiled(metric, thresholds)], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert metric in finding.evidence


@pytest.mark.parametrize(
    "made",
    [
        compiled("binary_accuracy", {"binary_accuracy": 0.0}),
        compiled("accuracy", activation="sigmoid", from_logits=False),
        compiled("accuracy", activation="sigmoid"),
        compiled("auc"),
        compiled("accuracy", units=4),
        compiled("accuracy", loss="sparse_categorical_crossentropy"),
    ],
    ids=["threshold 0", "probabilities", "sigmoid", "no threshold", "several", "classes"],
)
def test_is_silent_on(made: Model) -> None:
    assert diagnosis.match(evidence(models=[made])) is None


@pytest.mark.tensorflow
def test_the_threshold_of_a_metric_is_recorded(evidence_of: Callable[[str], Evidence]) -> None:
    seen = evidence_of("""import keras
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile(loss="mse", metrics=["mae", keras.metrics.BinaryAccuracy(threshold=0.0)])
""")

    assert seen.models[0].compiled is not None
    assert seen.models[0].compiled.thresholds == {"binary_accuracy": 0.0}
