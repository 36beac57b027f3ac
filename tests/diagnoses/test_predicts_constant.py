"""A regression whose outputs are all the same."""

from described import evidence
from looped import fitted

from etude.diagnoses.catalogue import predicts_constant as diagnosis

MSE = "mean_squared_error"


def test_fires_at_fit() -> None:
    fit = fitted(loss=[9.0, 8.9], kind=MSE, spreads=(1e-7, 3.0))

    finding = diagnosis.match(evidence(fits=[fit]))

    assert finding is not None
    assert finding.line == 9
    assert "targets scatter by 3 the outputs scatter by 1e-07" in finding.evidence


def test_is_silent_on_outputs_that_differ_a_little() -> None:
    for spreads in ((0.05, 3.0), (0.5, 26_000.0)):
        fit = fitted(loss=[9.0, 8.9], kind=MSE, spreads=spreads)

        assert diagnosis.match(evidence(fits=[fit])) is None


def test_is_silent_on_a_classifier_and_on_targets_that_are_all_the_same() -> None:
    classifier = fitted(loss=[0.7, 0.6], spreads=(0.0, 0.5))
    same = fitted(loss=[0.1, 0.0], kind=MSE, spreads=(0.0, 0.0))

    assert diagnosis.match(evidence(fits=[classifier, same])) is None
