"""The text "accuracy" for labels that are independent of each other."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, one_hot

from etude.diagnoses.catalogue import accuracy_of_several_labels as diagnosis
from etude.domain.finding import Finding

TAGS = replace(one_hot(4), row_sums=[0.0, 3.0])
CROSS_ENTROPY = "binary_crossentropy"


def found(metrics: str, *, sums: tuple[float, float] = (0.0, 3.0)) -> Finding | None:
    tagged = model(dense(4, "sigmoid"), loss=CROSS_ENTROPY)
    seen = fit(tagged, labels=replace(TAGS, row_sums=list(sums)))
    program = f"model = build()\nmodel.compile('adam', loss='{CROSS_ENTROPY}', metrics={metrics})\n"
    return diagnosis.match(evidence(fits=[seen], program=program))


@pytest.mark.parametrize("metrics", ["['accuracy']", "['acc', AUC()]"])
def test_fires_at_the_metrics(metrics: str) -> None:
    finding = found(metrics)

    assert finding is not None
    assert finding.line == 2
    assert "from 0 to 3 ones among 4" in finding.evidence


@pytest.mark.parametrize("metrics", ["['binary_accuracy']", "[BinaryAccuracy(name='accuracy')]"])
def test_is_silent_on_metrics_that_count_every_label(metrics: str) -> None:
    assert found(metrics) is None


def test_is_silent_on_one_label_for_each_row() -> None:
    assert found("['accuracy']", sums=(1.0, 1.0)) is None
