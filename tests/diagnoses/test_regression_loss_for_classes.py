"""Squared and absolute errors of answers that are yes or no."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model, one_hot

from etude.diagnoses.catalogue import regression_loss_for_classes as diagnosis
from etude.domain.observations import Fit
from etude.domain.retraining import Change, Course, Retraining


def trained(units: int, end: str, *, other: float) -> Fit:
    of = model(dense(8, "relu"), dense(units, end, line=3), loss="mean_squared_error")
    run = fit(of, labels=one_hot(units) if units > 1 else integers(0, 1))
    again = Retraining(changes=[Change.LOSS], course=Course(losses=[other]))
    return replace(run, epochs=[{"loss": 0.2}], finished=True, retrainings=[again])


@pytest.mark.parametrize(
    ("units", "end", "better"),
    [(4, "softmax", "categorical_crossentropy"), (1, "sigmoid", "binary_crossentropy")],
)
def test_names_the_loss_that_did_better(units: int, end: str, better: str) -> None:
    finding = diagnosis.match(evidence(fits=[trained(units, end, other=0.02)]))

    assert finding is not None
    assert finding.line == 2
    assert finding.proven
    assert better in finding.change
    assert "with cross-entropy to learn from, it is 0.02" in finding.evidence


def test_is_silent_where_it_did_no_better_or_was_not_tried() -> None:
    same = trained(4, "softmax", other=0.19)

    for run in (same, replace(same, retrainings=[])):
        assert diagnosis.match(evidence(fits=[run])) is None
