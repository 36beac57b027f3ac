"""A trace for every Python number."""

from described import evidence
from looped import traced

from etude.diagnoses.catalogue import retraced_for_each_number as diagnosis

PROGRAM = "@tf.function\ndef step(value):\n    return value\n"


def test_fires_at_the_call() -> None:
    calls = [traced(defined=1, calls=12, traces=12, python=range(12))]

    finding = diagnosis.match(evidence(calls=calls, program=PROGRAM))

    assert finding is not None
    assert finding.line == 9
    assert "step was traced 12 times" in finding.evidence


def test_is_silent_on_few_numbers_and_on_traces_for_other_reasons() -> None:
    for numbers, traces in ((range(2), 2), (range(2), 12), (range(12), 1)):
        calls = [traced(defined=1, calls=12, traces=traces, python=numbers)]

        assert diagnosis.match(evidence(calls=calls, program=PROGRAM)) is None
