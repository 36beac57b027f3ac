"""A checkup as SARIF 2.1.0, for whatever shows the results of analyses beside code.

The standard: "Static Analysis Results Interchange Format (SARIF) Version 2.1.0", OASIS; the
sections named below are its own.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from etude.diagnoses.page import Diagnosis
from etude.domain.checkup import Checkup, End
from etude.domain.finding import Finding, Severity
from etude.domain.lines import source_lines
from etude.render.faults import explained
from etude.render.severities import MEANINGS

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.SILENT: "error",
    Severity.WARNING: "warning",
    Severity.PERFORMANCE: "note",
}
# The name may be stored by those who compare runs: another way to count needs another number.
_FINGERPRINT = "diagnosisAndLine/v1"
_UNEXPLAINED = "uncaught_exception"


def sarif_record(checkup: Checkup, diagnoses: Mapping[str, Diagnosis]) -> dict[str, Any]:
    """The findings as a SARIF log of one run; ``diagnoses`` give the rules their help."""
    findings = [*checkup.findings, *_exception(checkup)]
    rules = list(dict.fromkeys(finding.diagnosis for finding in findings))
    run = {
        "tool": {"driver": _driver(checkup, findings, rules, diagnoses)},
        "invocations": [_invocation(checkup)],
        "columnKind": "unicodeCodePoints",
        "results": list(_results(checkup, findings, rules)),
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _exception(checkup: Checkup) -> Iterator[Finding]:
    """An exception that no finding explains is a result too, or the run would look clean."""
    error = checkup.error
    if checkup.end is not End.RAISED or error is None or explained(checkup.findings, error):
        return
    yield Finding(
        line=error.line,
        file=error.frames[-1].file if error.frames else "",
        diagnosis=_UNEXPLAINED,
        severity=Severity.ERROR,
        title="The program stopped with an exception.",
        evidence=f"{error.type}: {error.message}" if error.message else error.type,
        change="print the shapes and types of what goes into this line",
    )


def _driver(
    checkup: Checkup,
    findings: Sequence[Finding],
    rules: Sequence[str],
    diagnoses: Mapping[str, Diagnosis],
) -> dict[str, Any]:
    first = {finding.diagnosis: finding for finding in reversed(findings)}
    driver: dict[str, Any] = {"name": "etude", "fullName": "étude doctor"}
    if version := checkup.versions.get("etude"):
        driver["version"] = version
    driver["rules"] = [_rule(first[name], diagnoses.get(name)) for name in rules]
    return driver


def _rule(finding: Finding, diagnosis: Diagnosis | None) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": finding.diagnosis,
        "name": finding.diagnosis.title().replace("_", ""),
        "shortDescription": {"text": finding.title},
        "fullDescription": {"text": finding.why or finding.title},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {
            "effect": MEANINGS[finding.severity].effect,
            "tags": ["tensorflow", *(diagnosis.skills if diagnosis else ())],
        },
    }
    if diagnosis is not None:
        rule["help"] = {"text": _plain_help(diagnosis), "markdown": diagnosis.markdown()}
    return rule


def _plain_help(diagnosis: Diagnosis) -> str:
    return (
        f"{diagnosis.title}\n\n{diagnosis.why}\n\nWrong:\n\n{diagnosis.example}\n\n"
        f"Right:\n\n{diagnosis.instead}"
    )


def _results(
    checkup: Checkup, findings: Sequence[Finding], rules: Sequence[str]
) -> Iterator[dict[str, Any]]:
    alike: Counter[str] = Counter()
    for finding in findings:
        text = _line_of(checkup, finding)
        print_ = _fingerprint(finding, text)
        alike[print_] += 1
        yield {
            "ruleId": finding.diagnosis,
            "ruleIndex": rules.index(finding.diagnosis),
            "level": _LEVELS[finding.severity],
            "message": _message(finding),
            "locations": [{"physicalLocation": _location(checkup, finding, text)}],
            "partialFingerprints": {_FINGERPRINT: f"{print_}:{alike[print_]}"},
        }


def _message(finding: Finding) -> dict[str, str]:
    """Title, evidence and change: many that read it show nothing of the rule."""
    parts = {
        "Seen": finding.evidence,
        "Change": finding.change,
        "Leads to": ", ".join(finding.consequences),
    }
    said = {label: text for label, text in parts.items() if text}
    plain = [finding.title, *(f"{label}: {text}" for label, text in said.items())]
    return {"text": "\n".join(_without_placeholders(part) for part in plain)}


def _without_placeholders(text: str) -> str:
    """A brace begins a placeholder unless it is doubled (3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")


def _location(checkup: Checkup, finding: Finding, text: str) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": _artifact(finding.file or checkup.target)}
    if finding.line > 0:
        location["region"] = {"startLine": finding.line, **_columns(text)}
    return location


def _artifact(file: str) -> dict[str, str]:
    """A relative path counts from the root of the sources (3.4.4); an absolute one is a URI."""
    windows = PureWindowsPath(file)
    if windows.drive and windows.is_absolute():
        return {"uri": windows.as_uri()}
    path = PurePosixPath(file.replace("\\", "/"))
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(path.as_posix()), "uriBaseId": "%SRCROOT%"}


def _columns(text: str) -> dict[str, Any]:
    """The code of the line without its indentation; columns count from one."""
    code = text.strip()
    if not code:
        return {}
    start = text.index(code) + 1
    return {"startColumn": start, "endColumn": start + len(code), "snippet": {"text": code}}


def _line_of(checkup: Checkup, finding: Finding) -> str:
    lines = source_lines(checkup.texts.get(finding.file, ""))
    return lines[finding.line - 1] if 0 < finding.line <= len(lines) else ""


def _fingerprint(finding: Finding, text: str) -> str:
    """The same while lines are added above or the line is indented anew."""
    parts = (finding.diagnosis, finding.file, " ".join(text.split()), finding.about)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def _invocation(checkup: Checkup) -> dict[str, Any]:
    """Whether étude could look at the program; how that ended itself is no failure of it."""
    invocation: dict[str, Any] = {"executionSuccessful": checkup.end is not End.NOT_RUN}
    notes = [{"level": "note", "message": {"text": text}} for text in checkup.unseen]
    if checkup.detail:
        level = "none" if checkup.end is End.FINISHED else "warning"
        notes.insert(0, {"level": level, "message": {"text": checkup.detail}})
    if notes:
        invocation["toolExecutionNotifications"] = notes
    return invocation
