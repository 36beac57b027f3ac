"""Python code that runs when a function is traced."""

import pytest
from described import evidence
from looped import traced

from etude.diagnoses.catalogue import side_effect_runs_once as diagnosis

PROGRAM = "@tf.function\ndef step(value):\n    {body}\n    return value\n"
EFFECTS = ["losses.append(value)", "print('loss', value)", "global n; n += 1"]
HARMLESS = [
    "print('start')",
    "print('tracing', value)",
    "parts = []; parts.append(value)",
    "tf.print(value)",
    "value += 1",
]


@pytest.mark.parametrize("body", EFFECTS)
def test_fires_at_the_effect(body: str) -> None:
    calls = [traced(defined=1, calls=12, traces=1)]

    finding = diagnosis.match(evidence(calls=calls, program=PROGRAM.format(body=body)))

    assert finding is not None
    assert finding.line == 3
    assert "called 12 times or more and traced 1 times" in finding.evidence


@pytest.mark.parametrize("body", HARMLESS)
def test_is_silent_on_what_may_run_once(body: str) -> None:
    calls = [traced(defined=1, calls=12, traces=1)]

    assert diagnosis.match(evidence(calls=calls, program=PROGRAM.format(body=body))) is None


def test_is_silent_when_every_call_was_traced() -> None:
    calls = [traced(defined=1, calls=5, traces=5)]

    assert diagnosis.match(evidence(calls=calls, program=PROGRAM.format(body=EFFECTS[0]))) is None
