"""One-hot labels without a place for a class."""

from dataclasses import replace

import pytest
from described import dense, evidence, model
from trained import trained

from etude.diagnoses.catalogue import one_hot_drops_class as diagnosis
from etude.domain.observations import Compiled, Data, Fit, Loss, TensorSample

PROGRAM = "numbers = load()\nlabels = tf.one_hot(numbers, 3)\nmodel.fit(x, labels)\n"


def fit(*, sums: list[float], distinct: list[float], loss: str = "categorical_crossentropy") -> Fit:
    labels = TensorSample(
        path="1", dtype="float32", shape=[60, 3], distinct=distinct, row_sums=sums
    )
    compiled = Compiled(losses=[Loss(name=loss)])
    return trained(
        model=replace(model(dense(3)), compiled=compiled),
        train=Data(role="fit", kind="arrays", sample=[labels]),
    )


def test_fires_where_the_labels_are_made() -> None:
    finding = diagnosis.match(evidence(fits=[fit(sums=[0, 1], distinct=[0, 1])], program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "rows of 3 columns, some hold no 1 at all" in finding.evidence


@pytest.mark.parametrize(
    "given",
    [
        fit(sums=[1, 1], distinct=[0, 1]),
        fit(sums=[0, 2], distinct=[0, 1]),
        fit(sums=[0, 1], distinct=[0, 1], loss="binary_crossentropy"),
    ],
    ids=["every row has its class", "several classes at once", "classes that may all be absent"],
)
def test_is_silent_on(given: Fit) -> None:
    assert diagnosis.match(evidence(fits=[given], program=PROGRAM)) is None
