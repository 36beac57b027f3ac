"""Dropout that lets next to nothing through."""

import pytest
from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import dropout_too_high as diagnosis


def test_fires_at_the_layer() -> None:
    of = model(layer("Dropout", rate=0.9, line=3), dense(3))

    finding = diagnosis.match(evidence(models=[of]))

    assert finding is not None
    assert finding.line == 3
    assert "Dropout(0.9) lets 10% of the values through" in finding.evidence


@pytest.mark.parametrize("rate", [0.0, 0.5, 0.7])
def test_is_silent_on_usual_rates(rate: float) -> None:
    of = model(layer("Dropout", rate=rate), dense(3))

    assert diagnosis.match(evidence(models=[of])) is None
