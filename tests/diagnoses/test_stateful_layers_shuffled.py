"""Stateful layers on rows in another order."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, layer, model
from trained import arrays, trained

from etude.diagnoses.catalogue import stateful_layers_shuffled as diagnosis
from etude.domain.observations import Fit


def _fit(*, stateful: bool = True, rows: int = 64, kind: str = "arrays", **given: Any) -> Fit:
    of = model(layer("LSTM", stateful=stateful, line=3), dense(1), loss="mean_squared_error")
    data = replace(arrays(rows=rows), kind=kind)
    return trained(model=of, train=data, arguments={"batch_size": 16} | given)


def test_fires_at_fit() -> None:
    finding = diagnosis.match(evidence(fits=[_fit()]))

    assert finding is not None
    assert finding.line == 9
    assert "the 64 rows in another order" in finding.evidence


@pytest.mark.parametrize(
    "fit",
    [
        _fit(shuffle=False),
        _fit(stateful=False),
        _fit(rows=16),
        _fit(kind="dataset"),
    ],
)
def test_is_silent_on_rows_in_order_or_one_batch(fit: Fit) -> None:
    assert diagnosis.match(evidence(fits=[fit])) is None
