"""A report as a page shows it: the first failure first, and why."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from etude.domain.outcome import Reason
from etude.domain.report import Report
from etude.domain.verdict import Status, Verdict
from etude.render.faults import Told, hard_exit, told
from etude.render.html.blocks import ErrorBlock, FindingBlock, error_block, finding_block
from etude.render.html.quoted import Quote, Quoter
from etude.render.html.timings import Segment, timings

_MOST_OUTPUT = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A remark at a line of the program. Attributes: kind: "error" or "warning"."""

    line: int
    kind: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBlock:
    """Attributes:
    told: one sentence; mood: "good", "bad", "" while there is more to do.
    fault: why it was not judged in full; where: the lines where it ended.
    failure: the first failed check.
    findings: the first speaks, the others wait.
    marks: remarks for the lines of the main file.
    program: digest of the main file as it was run.
    """

    report: Report
    told: str
    mood: str
    fault: Told | None
    error: ErrorBlock | None
    where: Quote | None
    failure: Verdict | None
    failure_quote: Quote | None
    findings: Sequence[FindingBlock]
    marks: Sequence[Mark]
    output: str
    errors_output: str
    timings: Sequence[Segment]
    program: str


def report_block(report: Report, texts: Mapping[str, str]) -> ReportBlock:
    """From a report and the files it is about, by path."""
    quoter = Quoter(texts=texts, place=lambda path: PurePosixPath(path).name)
    failure = report.first_failure if report.fault is None else None
    fault = told(report)
    return ReportBlock(
        report=report,
        told=_in_one_sentence(report, fault),
        mood="good" if report.passed else "bad" if fault else "",
        fault=fault,
        error=error_block(report.error, quoter) if report.error else None,
        where=_where_it_ended(report, quoter),
        failure=failure,
        failure_quote=_quote_of(failure, report, quoter),
        findings=[finding_block(one, quoter) for one in report.findings],
        marks=_marks(report),
        output=report.output[-_MOST_OUTPUT:].rstrip(),
        errors_output=report.errors_output[-_MOST_OUTPUT:].rstrip(),
        timings=timings(report.phases),
        program=hashlib.sha256(texts.get(report.file, "").encode()).hexdigest(),
    )


def _in_one_sentence(report: Report, fault: Told | None) -> str:
    if fault is not None:
        return f"{fault.headline}."
    if report.passed:
        return f"Passed: all {report.of} points."
    return f"{report.points} of {report.of} points so far."


def _where_it_ended(report: Report, quoter: Quoter) -> Quote | None:
    """A hard exit leaves no trace, so it is looked for in the text."""
    if report.error is not None or report.fault is None:
        return None
    seen = report.stopped_at
    if report.reason is Reason.EXIT and (seen is None or seen.function):
        line = hard_exit(quoter.texts.get(report.file, ""))
        if line:
            return quoter.quote(report.file, line)
    return quoter.quote(seen.file, seen.line) if seen is not None else None


def _quote_of(failure: Verdict | None, report: Report, quoter: Quoter) -> Quote | None:
    """The line of a failed check, unless the first finding points there anyway."""
    told_lines = {finding.line for finding in report.findings[:1]}
    if failure is None or not failure.line or failure.line in told_lines:
        return None
    return quoter.quote(report.file, failure.line)


def _marks(report: Report) -> Sequence[Mark]:
    """Findings, the exception, and failed checks, each at its line of the main file."""
    marks = [
        Mark(line=one.line, kind="error", title=one.title, text=one.change or one.evidence)
        for one in report.findings[:1]
        if one.file == report.file and one.line
    ]
    error = report.error
    if error is not None:
        own = [frame.line for frame in error.frames if frame.file == report.file]
        marks += [
            Mark(line=line, kind="error", title=error.type, text=error.message[:500])
            for line in own[-1:]
        ]
    failed = [v for v in report.verdicts if v.status is Status.FAILED and v.line]
    marks += [
        Mark(line=v.line, kind="error", title=v.title, text=v.attempt or v.received) for v in failed
    ]
    marks += [
        Mark(line=one.line, kind="warning", title=one.title, text=one.change or one.evidence)
        for one in report.findings[1:]
        if one.file == report.file and one.line
    ]
    return marks
