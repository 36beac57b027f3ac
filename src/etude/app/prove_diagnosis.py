"""What a wrong answer must be told: its mistake, first and at its line, or what it fails."""

import re
from collections.abc import Collection, Mapping, Sequence

from etude.app.proof import Expectation, told
from etude.domain.lines import source_lines
from etude.domain.report import Report

_MARK = re.compile(r"#\s*diagnosis:\s*(?P<name>\w+)")


def marked_lines(text: str) -> Mapping[str, Sequence[int]]:
    """Numbers of the lines that a program marks with ``# diagnosis: name``, by that name."""
    lines: dict[str, list[int]] = {}
    for number, line in enumerate(source_lines(text), start=1):
        if mark := _MARK.search(line):
            lines.setdefault(mark["name"], []).append(number)
    return lines


def must_be_told(name: str, text: str, *, known: Collection[str]) -> Expectation:
    """That of all findings this diagnosis comes first, at a line that the program marks with it.

    Args:
      known: the names of all diagnoses there are.
    """
    lines = marked_lines(text).get(name, ())
    return Expectation(
        statement=f"is told {name} first, at its line",
        problem=lambda report: _misdiagnosed(report, name, lines, known),
    )


def must_fail(check: str) -> Expectation:
    """That this check is the first to fail: for a wrong answer that no diagnosis is about."""

    def problem(report: Report) -> str:
        failure = report.first_failure
        return "" if failure is not None and failure.check == check else told(report)

    return Expectation(statement=f"fails {check} first", problem=problem)


def _misdiagnosed(
    report: Report, name: str, lines: Sequence[int], known: Collection[str], /
) -> str:
    if name not in known:
        return f"there is no diagnosis {name!r}"
    if report.passed:
        return "it passes"
    if not report.findings:
        return f"no finding; {told(report)}"
    first = report.findings[0]
    if first.diagnosis != name:
        return f"told {first.diagnosis} first (line {first.line}: {first.evidence})"
    if lines and first.line not in lines:
        return f"points at line {first.line}, not at {' or '.join(map(str, lines))}"
    return "" if lines else f"no line is marked with '# diagnosis: {name}'"
