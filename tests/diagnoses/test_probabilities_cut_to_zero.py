"""Probabilities that are made whole by cutting."""

import pytest
from described import dense, evidence, model
from stopped import arrays

from etude.diagnoses.catalogue import probabilities_cut_to_zero as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call

HEAD = "from tensorflow.math import confusion_matrix\np = model.predict(x)\n"


def seen(line: str) -> Evidence:
    call = Call(
        name="Model.predict",
        line=2,
        model=model(dense(1, "sigmoid")),
        data=arrays("predict", x=[8, 8]),
    )
    return evidence(calls=[call], program=f"{HEAD}{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "decided = p.ravel().astype(int)",
        "print(confusion_matrix(y, p))",
        "print(confusion_matrix(labels=y, predictions=p[:, 0]))",
    ],
)
def test_fires_where_they_are_cut(line: str) -> None:
    finding = diagnosis.match(seen(line))

    assert finding is not None
    assert finding.line == 3
    assert "line 3 drops what follows the point" in finding.evidence


@pytest.mark.parametrize(
    "line",
    [
        "decided = (p > 0.5).astype(int)",
        "print(confusion_matrix(y, p > 0.5))",
        "print(confusion_matrix(y, p.round()))",
        "print(metrics.confusion_matrix(y, p))",
    ],
    ids=["a threshold", "a threshold inside", "rounded", "of another package"],
)
def test_is_silent_on(line: str) -> None:
    assert diagnosis.match(seen(line)) is None
