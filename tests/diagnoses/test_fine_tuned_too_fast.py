"""An unfrozen base at the learning rate of a new network."""

from dataclasses import replace

from described import evidence
from looped import fitted

from etude.diagnoses.catalogue import fine_tuned_too_fast as diagnosis
from etude.domain.observations import Fit


def phases(*, loss: float, rate: float, more: int = 10) -> list[Fit]:
    first = fitted(loss=[1.0, 0.3])
    second = fitted(loss=[loss, loss], rate=rate)
    small = replace(first.model, trainable_parameters=100)
    large = replace(second.model, trainable_parameters=100 * more)
    return [replace(first, model=small), replace(second, model=large, index=1)]


def test_fires_at_the_second_compile() -> None:
    finding = diagnosis.match(evidence(fits=phases(loss=0.9, rate=0.001)))

    assert finding is not None
    assert finding.line == 2
    assert "the loss was 0.3 when the base was unfrozen and 0.9" in finding.evidence


def test_is_silent_where_the_loss_does_not_jump_or_the_steps_are_small() -> None:
    for fits in (phases(loss=0.35, rate=0.001), phases(loss=0.9, rate=1e-5)):
        assert diagnosis.match(evidence(fits=fits)) is None


def test_is_silent_when_nothing_was_unfrozen() -> None:
    assert diagnosis.match(evidence(fits=phases(loss=0.9, rate=0.001, more=1))) is None
