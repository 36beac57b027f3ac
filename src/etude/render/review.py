"""The review of a finished sitting for a terminal: marks, every lost point with its reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from etude.domain.exam import BEST_MARK
from etude.domain.review import QuestionReview, Review
from etude.render.exception import exception_block
from etude.render.faults import told
from etude.render.finding import finding_block
from etude.render.harmless import harmless
from etude.render.html.gauge import described
from etude.render.labelled import indented, labelled
from etude.render.quotes import Quotes
from etude.render.reviewed import (
    SELF_MARKED,
    Judged,
    amount,
    handed_in,
    judged,
    mark_words,
    outcome,
    took,
)

_BAR = 20
_STYLES = {"all": "green", "part": "yellow", "none": "bold red", "skipped": "dim"}


@dataclass(frozen=True, kw_only=True)
class ReviewView:
    """Draws itself on a rich console.

    Attributes:
      place: how the path of a file is shown.
      everything: also what was reached, and the findings behind the first.
    """

    review: Review
    place: Callable[[str], str] = str
    everything: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for part in self._parts():
            yield part
            yield Text()

    def _parts(self) -> Iterator[RenderableType]:
        yield self._heading()
        yield _categories(self.review)
        if self.review.result.skills:
            yield _skills(self.review)
        for question in self.review.questions:
            yield self._question(question)
        if self.review.practice:
            yield _practice(self.review)

    def _heading(self) -> RenderableType:
        review, result = self.review, self.review.result
        style = "bold green" if result.passed else "bold red"
        lines = [
            Text(harmless(result.title), style="bold"),
            Text(f"{outcome(review)}.", style=style),
            Text(f"It took {took(review)}.", style="dim"),
            *(Text(harmless(note), style="dim") for note in review.notes),
        ]
        return Group(*lines, *([Text(SELF_MARKED, style="dim")] if review.self_issued else []))

    def _question(self, question: QuestionReview) -> RenderableType:
        title = Text(f"Question {question.number}  ", style="bold")
        title.append(harmless(question.title))
        dots = "●" * question.mark + "○" * (BEST_MARK - question.mark)
        facts = "; ".join(handed_in(question))
        parts: list[RenderableType] = [
            title,
            Text(f"{dots}  {mark_words(question)}; {facts}", style=_style(question)),
        ]
        for one in judged(question.verdicts):
            if self.everything or one.state != "all":
                parts.append(_verdict(one))
        return Group(*parts, *self._program(question))

    def _program(self, question: QuestionReview) -> Iterator[RenderableType]:
        """What its program did; nothing where no point was lost, unless all is asked for."""
        report = question.report
        if report is None or not (self.everything or question.lost > 0):
            return
        quotes = Quotes(texts=question.texts, place=self.place)
        what = told(report)
        if what is not None:
            yield indented(Text(what.headline, style="bold red"))
        if report.error is not None:
            yield indented(exception_block(report.error, quotes, everything=self.everything))
        for finding in report.findings if self.everything else report.findings[:1]:
            yield indented(finding_block(finding, quotes))


def _verdict(one: Judged) -> RenderableType:
    verdict = one.verdict
    line = Text(f"{one.sign} ", style=_STYLES[one.state])
    line.append(harmless(verdict.title), style="" if one.state != "skipped" else "dim")
    line.append(f"  {verdict.points} of {verdict.of}", style=_STYLES[one.state])
    measured = described(verdict.measurement) if verdict.measurement else ""
    rows = [
        ("measured", measured),
        ("expected", "" if measured else verdict.expected),
        ("came", "" if measured else verdict.received),
        ("try", verdict.attempt),
        ("waited", one.because),
    ]
    return indented(Group(line, labelled(rows)))


def _categories(review: Review) -> RenderableType:
    table = _shares()
    for one in review.result.categories:
        table.add_row(
            harmless(one.title), _bar(one.share), f"{amount(one.points)} of {amount(one.of)}"
        )
    return table


def _skills(review: Review) -> RenderableType:
    table = _shares()
    for one in review.result.skills:
        table.add_row(f"{one.skill}  {harmless(one.title)}", _bar(one.share), f"{one.share:.0%}")
    return table


def _shares() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(overflow="fold", max_width=46)
    table.add_column(width=_BAR, min_width=_BAR)
    table.add_column(justify="right", no_wrap=True)
    return table


def _bar(share: float) -> Text:
    filled = int(share * _BAR + 1e-9)
    return Text.assemble(("━" * filled, "cyan"), ("─" * (_BAR - filled), "dim"))


def _practice(review: Review) -> RenderableType:
    parts: list[RenderableType] = [Text("Practise next", style="bold")]
    for number, one in enumerate(review.practice, start=1):
        line = Text(f"{number}. {harmless(one.title)}", style="bold yellow")
        why = f"{one.skill}; questions about it lost {amount(one.lost)} points"
        queued = [f"{q.exercise}{' (again)' if q.again else ''}" for q in one.exercises]
        parts += [line, indented(Text(why, style="dim"))]
        parts += [indented(Text(harmless(text))) for text in queued]
    return Group(*parts)


def _style(question: QuestionReview) -> str:
    if not question.mark:
        return "red"
    return "yellow" if question.lost > 0 else "green"
