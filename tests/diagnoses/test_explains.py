"""What follows from what: never in a circle, and only among names that exist."""

from dataclasses import replace

import pytest

from etude.diagnoses.diagnose import catalogue, diagnose
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.page import Diagnosis
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame
from etude.domain.finding import Finding, Severity

KNOWN = catalogue()


def effects(name: str) -> set[str]:
    """Everything that follows from a diagnosis, directly or through another."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        for effect in KNOWN[waiting.pop()].explains:
            if effect in KNOWN and effect not in found:
                found.add(effect)
                waiting.append(effect)
    return found


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_nothing_follows_from_itself(name: str) -> None:
    assert name not in effects(name)


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_only_diagnoses_that_exist_follow_from_one(name: str) -> None:
    assert set(KNOWN[name].explains) <= set(KNOWN)


def made(
    name: str,
    *,
    explains: tuple[str, ...] = (),
    line: int = 1,
    severity: Severity = Severity.SILENT,
    stands_alone: bool = False,
    mild: bool = False,
    aside: bool = False,
) -> Diagnosis:
    finding = Finding(line=line, evidence="", change="", stands_alone=stands_alone, mild=mild)
    return Diagnosis(
        name=name, title=name, why="", example="", instead="", severity=severity,
        match=lambda evidence: finding, explains=explains, aside=aside,
    )  # fmt: skip


def test_a_cause_speaks_for_what_follows_from_it_through_others() -> None:
    known = {
        "cause": made("cause", explains=("middle",), line=9),
        "middle": made("middle", explains=("end",)),
        "end": made("end"),
    }

    findings = diagnose(Evidence(source=Source("a.py", "")), known)

    assert [finding.diagnosis for finding in findings] == ["cause"]
    assert findings[0].consequences == ["end", "middle"]


def test_what_does_no_harm_here_is_told_as_a_warning_after_what_does() -> None:
    known = {"mild": made("mild", mild=True), "silent": made("silent", line=9)}

    findings = diagnose(Evidence(source=Source("a.py", "")), known)

    assert [finding.diagnosis for finding in findings] == ["silent", "mild"]
    assert findings[1].severity is Severity.WARNING


def test_what_its_cause_cannot_bring_about_alone_is_told_beside_it() -> None:
    known = {
        "cause": made("cause", explains=("effect",)),
        "effect": made("effect", line=9, stands_alone=True),
    }

    findings = diagnose(Evidence(source=Source("a.py", "")), known)

    assert [finding.diagnosis for finding in findings] == ["cause", "effect"]
    assert findings[0].consequences == []


def test_a_diagnosis_that_fails_is_told_in_a_line_and_the_others_speak(
    caplog: pytest.LogCaptureFixture,
) -> None:
    broken = replace(made("broken"), match=lambda evidence: evidence.fits[0])

    findings = diagnose(Evidence(source=Source("a.py", "")), {"broken": broken, "b": made("b")})

    assert [finding.diagnosis for finding in findings] == ["b"]
    assert "the diagnosis broken failed and stays silent: IndexError" in caplog.text
    assert "test_explains.py:" in caplog.text
    assert "Traceback" not in caplog.text


def test_without_a_common_cause_the_first_line_speaks_first() -> None:
    known = {"later": made("later", line=9), "earlier": made("earlier", line=2)}

    findings = diagnose(Evidence(source=Source("a.py", "")), known)

    assert [finding.diagnosis for finding in findings] == ["earlier", "later"]


def test_a_cause_is_as_severe_as_what_follows_from_it() -> None:
    known = {
        "other": made("other", line=2),
        "cause": made("cause", explains=("stop",), line=9, severity=Severity.WARNING),
        "stop": made("stop", severity=Severity.ERROR),
    }

    findings = diagnose(Evidence(source=Source("a.py", "")), known)

    assert [finding.diagnosis for finding in findings] == ["cause", "other"]
    assert findings[0].severity is Severity.ERROR


def test_what_does_no_harm_here_makes_its_cause_no_worse() -> None:
    known = {
        "cause": made("cause", explains=("harmless",), severity=Severity.WARNING),
        "harmless": made("harmless", mild=True),
    }

    findings = diagnose(Evidence(source=Source("a.py", "")), known)

    assert findings[0].severity is Severity.WARNING


def test_of_two_equally_urgent_ones_the_cause_of_what_was_seen_speaks_first() -> None:
    known = {
        "other": made("other", line=2),
        "cause": made("cause", explains=("symptom",), line=9),
        "symptom": made("symptom", line=1, severity=Severity.WARNING),
    }

    findings = diagnose(Evidence(source=Source("a.py", "")), known)

    assert [finding.diagnosis for finding in findings] == ["cause", "other"]


def test_what_no_run_suffers_from_speaks_last_however_urgent() -> None:
    known = {
        "habit": made("habit", line=2, aside=True),
        "fault": made("fault", line=9, severity=Severity.WARNING),
    }

    findings = diagnose(Evidence(source=Source("a.py", "")), known)

    assert [finding.diagnosis for finding in findings] == ["fault", "habit"]


def test_a_diagnosis_with_a_mistake_stays_silent_and_the_others_speak() -> None:
    def fail(evidence: Evidence) -> None:
        raise KeyError("received")

    known = {"broken": replace(made("broken"), match=fail), "other": made("other")}

    findings = diagnose(Evidence(source=Source("a.py", "")), known)

    assert [finding.diagnosis for finding in findings] == ["other"]


def test_of_equally_urgent_ones_what_is_wrong_where_the_run_stopped_comes_first() -> None:
    known = {
        "cause": made("cause", explains=("effect",), line=2),
        "effect": made("effect", line=3),
        "there": made("there", line=7),
        "error": made("error", line=9, severity=Severity.ERROR),
    }
    at = ErrorFrame(file="a.py", line=7, function="<module>")
    stopped = Evidence(
        source=Source("a.py", ""), errors=[Error(type="ValueError", message="", frames=[at])]
    )

    assert [finding.diagnosis for finding in diagnose(stopped, known)] == [
        "error",
        "there",
        "cause",
    ]
