"""Probabilities that are made whole by cutting."""

import pytest
from described import dense, evidence, layer, model
from stopped import arrays

from etude.diagnoses.catalogue import probabilities_cut_to_zero as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Call, Layer

HEAD = "from tensorflow.math import confusion_matrix\np = model.predict(x)\n"


MASKS = layer("Conv2D", shape=[None, 8, 8, 1], filters=1, activation="sigmoid")


def seen(line: str, last: Layer | None = None) -> Evidence:
    call = Call(
        name="Model.predict",
        line=2,
        model=model(last or dense(1, "sigmoid")),
        data=arrays("predict", x=[8, 8]),
    )
    return evidence(calls=[call], program=f"{HEAD}{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        "decided = p.ravel().astype(int)",
        "decided = tf.cast(p, tf.int32)",
        "decided = np.uint8(p)",
        "decided = int(p[0][0])",
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
        "p[p > 0.5] = 1\ndecided = p.astype(int)",
        "print(confusion_matrix(y, p > 0.5))",
        "print(confusion_matrix(y, p.round()))",
        "print(metrics.confusion_matrix(y, p))",
    ],
    ids=[
        "a threshold",
        "a threshold in place",
        "a threshold inside",
        "rounded",
        "of another package",
    ],
)
def test_is_silent_on(line: str) -> None:
    assert diagnosis.match(seen(line)) is None


@pytest.mark.parametrize(
    ("last", "change"),
    [
        (MASKS, "(mask > 0.5)"),
        (dense(4, "softmax"), "argmax(axis=-1)"),
        (dense(64, "tanh"), "(x + 1) * 127.5"),
    ],
    ids=["masks", "classes", "a generator"],
)
def test_says_what_to_do_with_such_an_output(last: Layer, change: str) -> None:
    finding = diagnosis.match(seen('shown = p[0].astype("uint8")', last))

    assert finding is not None
    assert change in finding.change


def test_is_silent_on_amounts() -> None:
    assert diagnosis.match(seen("prices = p.astype(int)", dense(1))) is None
