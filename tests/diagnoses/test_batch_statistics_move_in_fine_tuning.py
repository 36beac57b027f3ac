"""Running statistics of a base that was called with training=False."""

from dataclasses import replace

from described import evidence
from looped import called, fitted, state

from etude.diagnoses.catalogue import batch_statistics_move_in_fine_tuning as diagnosis
from etude.domain.observations import Fit, Layer

INSIDE = Layer(name="bn", kind="BatchNormalization")
BASE = Layer(name="net", kind="Functional", layers=[INSIDE])


def tuned(moved: float, *, made: int = 4) -> Fit:
    fit = fitted(state("bn", moved=moved), loss=[1.0, 0.9])
    return replace(fit, model=replace(fit.model, line=made, layers=[BASE, *fit.model.layers]))


def test_fires_at_fit() -> None:
    built = called(line=3, training=False, symbolic=True, taped=False)

    finding = diagnosis.match(evidence(fits=[tuned(0.8)], calls=[built]))

    assert finding is not None
    assert finding.line == 9
    assert "those of bn by 0.8 standard deviations" in finding.evidence


def test_is_silent_when_they_stayed() -> None:
    built = called(line=3, training=False, symbolic=True, taped=False)

    assert diagnosis.match(evidence(fits=[tuned(0.0)], calls=[built])) is None


def test_is_silent_when_nobody_asked_them_to_stay() -> None:
    built = called(line=3, symbolic=True, taped=False)

    assert diagnosis.match(evidence(fits=[tuned(0.8)], calls=[built])) is None


def test_is_silent_on_the_training_that_made_the_base() -> None:
    built = called(line=3, training=False, symbolic=True, taped=False)

    assert diagnosis.match(evidence(fits=[tuned(0.8, made=1)], calls=[built])) is None


def test_is_silent_on_a_model_made_elsewhere_than_the_call() -> None:
    program = "def build(base, x):\n\n    y = base(x, training=False)\n    return y\n"
    built = called(line=3, training=False, symbolic=True, taped=False)

    given = evidence(fits=[tuned(0.8, made=8)], calls=[built], program=program)

    assert diagnosis.match(given) is None
