"""Labels that leave out the value after their window."""

import pytest
from described import evidence
from trained import judged
from windowed import forecast, windowed, windows

from etude.diagnoses.catalogue import label_skips_a_step
from etude.domain.what_if import AS_IT_IS, WhatIf

PROGRAM = "x = cut(series)\ny = series[9:]\nmodel.fit(x, y)\n"


def test_fires_where_the_labels_are_cut() -> None:
    run = forecast(windowed(windows(lead=2)), line=3)

    finding = label_skips_a_step.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "second value" in finding.evidence
    assert "series[i + 8]" in finding.change


def test_fires_when_hidden_values_are_met_one_step_later() -> None:
    verdict = judged({AS_IT_IS: 1.25, WhatIf.ONE_STEP_LATER: 0.31})

    finding = label_skips_a_step.match(evidence(verdicts=[verdict], program=PROGRAM))

    assert finding is not None
    assert finding.evidence == "1.25 as it is, 0.31 with the forecast moved one step later"


@pytest.mark.parametrize("lead", [None, 0, 1, 3, 24])
def test_is_silent_on_any_other_lead(lead: int | None) -> None:
    run = forecast(windowed(windows(lead=lead)))

    assert label_skips_a_step.match(evidence(fits=[run], program=PROGRAM)) is None


def test_is_silent_on_windows_that_move_by_several_steps() -> None:
    run = forecast(windowed(windows(lead=2, stride=2)))

    assert label_skips_a_step.match(evidence(fits=[run], program=PROGRAM)) is None
