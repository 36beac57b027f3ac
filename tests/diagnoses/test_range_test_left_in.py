"""A model that is used after a learning-rate range test."""

from dataclasses import replace

from described import evidence
from followed import saved
from looped import fitted

from etude.diagnoses.catalogue import range_test_left_in as diagnosis
from etude.domain.observations import Fit

CLIMBS = [1e-4, 1e-3, 1e-2, 1e-1, 1.0]
PROGRAM = "\n" * 8 + "model.fit(x, callbacks=[schedule])\n"


def climbing(rates: list[float]) -> Fit:
    fit = fitted(loss=[1.0] * len(rates))
    epochs = [{"loss": 1.0, "learning_rate": rate} for rate in rates]
    return replace(fit, epochs=epochs)


def test_fires_at_the_callbacks() -> None:
    facts = evidence(fits=[climbing(CLIMBS)], calls=[saved(line=20)], program=PROGRAM)

    finding = diagnosis.match(facts)

    assert finding is not None
    assert finding.line == 9
    assert "rose from 0.0001 to 1 in 5 epochs" in finding.evidence
    assert "save in line 20" in finding.evidence


def test_fires_although_another_model_is_tried_later() -> None:
    later = climbing([1e-3] * 5)
    other = replace(later, model=replace(later.model, key="another"))

    facts = evidence(fits=[climbing(CLIMBS), other], calls=[saved(line=20)], program=PROGRAM)

    assert diagnosis.match(facts) is not None


def test_is_silent_when_the_model_is_not_used_or_trained_again() -> None:
    used = [saved(line=20)]

    assert diagnosis.match(evidence(fits=[climbing(CLIMBS)])) is None
    assert (
        diagnosis.match(evidence(fits=[climbing(CLIMBS), climbing([1e-3] * 5)], calls=used)) is None
    )


def test_is_silent_on_a_warm_up_and_when_weights_are_put_back() -> None:
    used = [saved(line=20)]
    warm = climbing([1e-4, 1e-3, 1e-2, 5e-2, 1e-2])

    assert diagnosis.match(evidence(fits=[warm], calls=used)) is None
    assert (
        diagnosis.match(
            evidence(fits=[climbing(CLIMBS)], calls=used, program="model.set_weights(first)\n")
        )
        is None
    )
