"""A report for a terminal: the first failure first, and why."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from etude.domain.outcome import Reason
from etude.domain.report import Report
from etude.domain.verdict import Status, Verdict
from etude.render.exception import exception_block
from etude.render.faults import hard_exit, told
from etude.render.finding import finding_block
from etude.render.footer import footer
from etude.render.harmless import harmless, settled
from etude.render.labelled import indented, labelled
from etude.render.quotes import Quotes

# Heading, failure and the first finding are shown even where there is no room for them.
_ALWAYS = 3
_OUTPUT_LINES = 10
_OUTPUT_WIDTH = 200
_SKIPPED = "not judged: "
_AS_ABOVE = "as above"
_MARKS = {
    Status.PASSED: Text("✓", style="green"),
    Status.FAILED: Text("✗", style="bold red"),
    Status.SKIPPED: Text("·", style="dim"),
}


@dataclass(frozen=True, kw_only=True)
class ReportView:
    """Draws itself on a rich console.

    Attributes:
      title: of the exercise.
      files: text of the learner's files by path, for quoted lines.
      place: how a path of the workspace is shown.
      everything: also the findings behind the first and the whole output.
      height: lines that there is room for; what matters least is left out, 0 for no limit.
    """

    report: Report
    title: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    place: Callable[[str], str] = str
    everything: bool = False
    height: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = self.height - len(console.render_lines(footer(self.report), options))
        left_out = False
        for number, part in enumerate(self._parts()):
            room -= len(console.render_lines(part, options)) + 1
            if self.height and room < 0 and number >= _ALWAYS:
                left_out = True
                continue
            yield part
            yield Text()
        if left_out:
            yield Text("Some of it did not fit; a shows all.", style="dim")
        yield footer(self.report)

    @property
    def _quotes(self) -> Quotes:
        return Quotes(texts=self.files, place=self.place)

    def _parts(self) -> Iterator[RenderableType]:
        yield self._heading()
        report = self.report
        if report.fault is not None:
            yield self._fault()
        elif report.first_failure is not None:
            yield self._failure(report.first_failure)
        shown = report.findings if self.everything else report.findings[:1]
        for finding in shown:
            yield finding_block(finding, self._quotes)
        if len(report.findings) > len(shown):
            yield Text(f"{_more(len(report.findings) - 1)}: etude check --all", style="dim")
        if report.verdicts:
            yield self._verdicts()
        if report.output.strip():
            yield self._output()
        if self.everything and report.errors_output.strip():
            lines = settled(report.errors_output.rstrip()).split("\n")
            yield _printed("Your program wrote to standard error:", lines)

    def _heading(self) -> RenderableType:
        report = self.report
        line = Text(report.exercise, style="bold")
        if self.title:
            line.append(f"  {harmless(self.title)}", style="not bold")
        if report.passed:
            return Group(line, Text(f"Passed: all {report.of} points.", style="bold green"))
        if not report.of:
            return line
        return Group(line, Text(f"{report.points} of {report.of} points so far."))

    def _fault(self) -> RenderableType:
        what = told(self.report)
        parts: list[RenderableType] = []
        if what is not None:
            parts.append(Text(what.headline, style="bold red"))
            parts += [indented(Text(what.detail))] if what.detail else []
        if self.report.error is not None:
            parts.append(
                exception_block(self.report.error, self._quotes, everything=self.everything)
            )
        elif where := self._where_it_ended():
            parts.append(self._quotes.at(*where))
        if what is not None:
            parts.append(labelled([("try", what.attempt)]))
        return Group(*parts)

    def _where_it_ended(self) -> tuple[str, int] | None:
        """File and line; a hard exit leaves no trace, so it is looked for in the text."""
        report, seen = self.report, self.report.stopped_at
        told = seen is not None and not seen.function  # by sys.exit itself
        if report.reason is Reason.EXIT and not told:
            line = hard_exit(self.files.get(report.file, ""))
            if line:
                return report.file, line
        return (seen.file, seen.line) if seen is not None else None

    def _failure(self, verdict: Verdict) -> RenderableType:
        parts: list[RenderableType] = [Text(f"✗ {harmless(verdict.title)}", style="bold red")]
        rows = [
            ("expected", verdict.expected),
            ("received", verdict.received),
            ("try", verdict.attempt),
        ]
        parts.append(labelled(rows))
        if verdict.line and verdict.line not in {f.line for f in self.report.findings[:1]}:
            parts.append(self._quotes.at(self.report.file, verdict.line))
        return Group(*parts)

    def _verdicts(self) -> RenderableType:
        table = Table.grid(padding=(0, 1))
        table.add_column(width=1)
        table.add_column(ratio=1)
        table.add_column(justify="right", no_wrap=True)
        shortened = not (self.everything or self.report.passed)
        passed = [v for v in self.report.verdicts if v.status is Status.PASSED]
        told = ""
        for verdict in self.report.verdicts:
            if shortened and verdict in passed:
                continue
            why = self._why_not_judged(verdict)
            line = _line_of(verdict, why=_AS_ABOVE if why and why == told else why)
            table.add_row(_MARKS[verdict.status], line, _points_of(verdict))
            told = why
        if shortened and passed:
            line = Text("1 check passed" if len(passed) == 1 else f"{len(passed)} checks passed")
            points = sum(verdict.points for verdict in passed)
            table.add_row(_MARKS[Status.PASSED], line, Text(f"{points}/{points}", style="green"))
        return table

    def _why_not_judged(self, verdict: Verdict) -> str:
        """ "" for what was judged, and where a fault that is told above is the reason of all."""
        if verdict.status is not Status.SKIPPED or self.report.fault is not None:
            return ""
        return verdict.received.removeprefix(_SKIPPED)

    def _output(self) -> RenderableType:
        lines = settled(self.report.output.rstrip()).split("\n")
        hidden = 0 if self.everything else max(0, len(lines) - _OUTPUT_LINES)
        title = "Your program printed"
        if hidden:
            title += f" (the last {_OUTPUT_LINES} of {len(lines)} lines; all: etude check --all)"
        return _printed(f"{title}:", lines[hidden:])


def _line_of(verdict: Verdict, *, why: str) -> Text:
    line = Text(harmless(verdict.title), style="dim" if verdict.status is Status.SKIPPED else "")
    return line.append(f" ({harmless(why)})") if why else line


def _points_of(verdict: Verdict) -> Text:
    style = {Status.PASSED: "green", Status.FAILED: "red"}.get(verdict.status, "dim")
    return Text(f"{verdict.points}/{verdict.of}", style=style)


def _printed(title: str, lines: list[str]) -> RenderableType:
    shown = "\n".join(_cropped(line) for line in lines)
    return Group(Text(title, style="dim"), indented(Text(shown, style="dim")))


def _cropped(line: str) -> str:
    return line if len(line) <= _OUTPUT_WIDTH else f"{line[:_OUTPUT_WIDTH]} ..."


def _more(count: int) -> str:
    return "One more finding behind this one" if count == 1 else f"{count} more findings behind it"
