"""Stateful layers on rows that go on from one another elsewhere than in the next batch."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, layer, model
from trained import arrays, trained

from etude.diagnoses.catalogue import stateful_rows_not_interleaved as diagnosis
from etude.domain.observations import Fit


def _fit(apart: Sequence[int] = (1,), *, stateful: bool = True, **given: Any) -> Fit:
    of = model(layer("LSTM", stateful=stateful, line=3), dense(1), loss="mean_squared_error")
    data = replace(arrays(rows=64), followed_by=apart)
    return trained(model=of, train=data, arguments={"batch_size": 16, "shuffle": False} | given)


def test_fires_at_fit_and_tells_where_the_state_goes() -> None:
    finding = diagnosis.match(evidence(fits=[_fit()]))

    assert finding is not None
    assert finding.line == 9
    assert "row 0 goes on in row 1" in finding.evidence
    assert "hands its state to row 16" in finding.evidence
    assert "reshape(16, -1" in finding.change


def test_windows_that_overlap_need_no_state() -> None:
    finding = diagnosis.match(evidence(fits=[_fit([3])]))

    assert finding is not None
    assert finding.change.startswith("leave stateful=True out")


@pytest.mark.parametrize(
    "fit",
    [
        _fit([16]),
        _fit([1, 16]),
        _fit([]),
        _fit(stateful=False),
        _fit(shuffle=True),
        _fit(batch_size=1),
        _fit(batch_size=64),
    ],
)
def test_is_silent_where_they_fit_or_nothing_is_known(fit: Fit) -> None:
    assert diagnosis.match(evidence(fits=[fit])) is None
