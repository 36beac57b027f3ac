"""Penalties that leave nothing for the data."""

import pytest
from described import evidence
from looped import fitted

from etude.diagnoses.catalogue import penalty_outweighs_loss as diagnosis

FLAT, LEARNED = (1e-4, 1.0), (0.8, 1.0)


def _program(penalty: str) -> str:
    return f"x = 1\npenalty = {penalty}\n"


@pytest.mark.parametrize(
    "penalty", ["regularizers.l2(1.0)", "keras.regularizers.L1(0.5)", "L1L2(l1=1e-4, l2=0.3)"]
)
def test_fires_at_the_penalty(penalty: str) -> None:
    seen = evidence(fits=[fitted(loss=[2.0, 1.0], spreads=FLAT)], program=_program(penalty))

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == 2
    assert "where the targets scatter by 1" in finding.evidence


@pytest.mark.parametrize(
    ("penalty", "spreads"),
    [
        ("regularizers.l2(1e-3)", FLAT),
        ("regularizers.l2(1.0)", LEARNED),
        ("regularizers.l2(1.0)", None),
        ("regularizers.l2(rate)", FLAT),
    ],
)
def test_is_silent_on_small_penalties_and_models_that_learned(
    penalty: str, spreads: tuple[float, float] | None
) -> None:
    seen = evidence(fits=[fitted(loss=[2.0, 1.0], spreads=spreads)], program=_program(penalty))

    assert diagnosis.match(seen) is None
