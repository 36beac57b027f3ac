"""Labels that are all the same."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import labels_all_alike as diagnosis
from etude.domain.observations import Fit

PROGRAM = "labels = np.ones(n)\n\nmodel.fit(x, labels)\n"


def trained(*labels: int, rows: int = 32, seen: int = 32, loss: str = "binary_crossentropy") -> Fit:
    of = replace(model(dense(1, "sigmoid"), loss=loss), parameters=9, trainable_parameters=9)
    return fit(of, labels=integers(*labels, shape=(seen,)), cardinality=rows)


def test_points_at_where_the_labels_are_made() -> None:
    finding = diagnosis.match(evidence(fits=[trained(1)], program=PROGRAM))

    assert finding is not None
    assert finding.line == 1
    assert "all of 32 labels" in finding.evidence


@pytest.mark.parametrize(
    "run",
    [
        trained(0, 1),
        trained(1, loss="mean_squared_error"),
        trained(1, rows=9000),
        trained(1, rows=8, seen=8),
    ],
    ids=["two classes", "a number to meet", "a part of them seen", "a handful"],
)
def test_is_silent_on(run: Fit) -> None:
    assert diagnosis.match(evidence(fits=[run], program=PROGRAM)) is None


def test_is_silent_where_another_model_learns_as_well() -> None:
    other = trained(0, 1)
    other = replace(other, model=replace(other.model, key="another"))

    assert diagnosis.match(evidence(fits=[trained(1), other], program=PROGRAM)) is None
