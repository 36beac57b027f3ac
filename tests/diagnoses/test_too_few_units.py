"""Hidden layers of very few units."""

from dataclasses import replace

from described import dense, evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import too_few_units as diagnosis
from etude.domain.observations import Fit
from etude.domain.retraining import Change, Course, Retraining


def trained(*, loss: float, wider: float, changes: tuple[Change, ...] = (Change.UNITS,)) -> Fit:
    chain = [dense(8, line=2), layer("Activation", activation="relu"), dense(2, "relu", line=4)]
    of = model(*chain, dense(1, "sigmoid", line=5), loss="binary_crossentropy")
    again = Retraining(changes=changes, course=Course(losses=[wider]))
    run = fit(of, labels=integers(0, 1))
    return replace(run, epochs=[{"loss": loss}], finished=True, retrainings=[again])


def test_points_at_the_narrowest_layer_where_more_units_helped() -> None:
    finding = diagnosis.match(evidence(fits=[trained(loss=0.48, wider=0.01)]))

    assert finding is not None
    assert finding.line == 4
    assert finding.proven
    assert "has 2 units" in finding.evidence
    assert "with 32 units in the hidden layers that have few, it is 0.01" in finding.evidence


def test_is_silent_where_more_units_did_not_help_or_something_else_did() -> None:
    other = trained(loss=0.48, wider=0.01, changes=(Change.OPTIMIZER,))

    for run in (trained(loss=0.48, wider=0.45), other, replace(other, retrainings=[])):
        assert diagnosis.match(evidence(fits=[run])) is None
