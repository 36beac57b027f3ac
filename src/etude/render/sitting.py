"""A sitting for a terminal: rules, checklist, clock, marks."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from etude.domain.exam import BEST_MARK, Blueprint
from etude.domain.outcome import MISSING
from etude.domain.sitting import Allowances
from etude.domain.verdict import Status, Verdict
from etude.exams.durations import clock_words
from etude.exams.marks import Marks
from etude.exams.notes import notes_of
from etude.exams.rules import rules
from etude.exams.state import BY_TIME, Phase, QuestionState, SittingState
from etude.render.harmless import harmless
from etude.render.labelled import indented, labelled

_ALARM_SECONDS = 300


def rules_page(blueprint: Blueprint, allowances: Allowances) -> RenderableType:
    """What is told before the clock starts."""
    listed = Table.grid(padding=(0, 1))
    for rule in rules(blueprint, allowances):
        listed.add_row(Text("-", style="dim"), Text(rule))
    return Group(
        Text(harmless(blueprint.title), style="bold"),
        Padding(Text(harmless(" ".join(blueprint.about.split()))), (0, 0, 1, 0)),
        listed,
    )


def checklist_line(what: str, *, ready: bool, found: str, attempt: str) -> RenderableType:
    """One line of the checklist, and what to try below it."""
    line = Text.assemble(("✓ ", "green") if ready else ("! ", "bold yellow"), f"{what}: {found}")
    if ready or not attempt:
        return line
    return Group(line, indented(Text(attempt, style="yellow")))


def clock_line(state: SittingState) -> Text:
    """How much time there is, in the fewest words."""
    if state.phase is Phase.FINISHED:
        why = "time was up" if state.finished_by == BY_TIME else "you finished it"
        return Text(f"Over: {why}.", style="bold")
    left = clock_words(state.remaining)
    if state.phase is Phase.PAUSED:
        return Text(f"Paused, with {left} left. To go on: etude exam resume", style="bold yellow")
    return Text(f"{left} left", style="bold red" if state.remaining < _ALARM_SECONDS else "bold")


def status_page(state: SittingState, marks: Marks, titles: Mapping[int, str]) -> RenderableType:
    """Clock, questions and marks.

    Args:
      titles: of the questions, by number.
    """
    table = Table.grid(padding=(0, 2))
    for question in state.questions.values():
        table.add_row(*_row(question, titles.get(question.item.number, question.item.question)))
    blueprint = state.sitting.blueprint
    so_far = "" if state.phase is Phase.FINISHED else " so far"
    total = f"{marks.total:g} of 100{so_far}; {blueprint.pass_mark} pass"
    return Group(
        Text(harmless(blueprint.title), style="bold"),
        clock_line(state),
        Text(),
        table,
        Text(),
        Text(total, style="bold green" if marks.passed else "bold"),
        *(Text(note, style="yellow") for note in notes_of(state)),
    )


def marked_block(mark: int, verdicts: Sequence[Verdict]) -> RenderableType:
    """The mark of one submission, and what is told of it."""
    told = Text(f"{mark} of {BEST_MARK}", style="bold green" if mark == BEST_MARK else "bold")
    return Group(told, *(verdict_block(verdict) for verdict in verdicts))


def refusal_line(name: str, why: str) -> str:
    """Of a file that a run should have brought out, and did not."""
    return f"{name} was not written." if why == MISSING else f"{name} did not come out: {why}."


def verdict_block(verdict: Verdict) -> RenderableType:
    """One verdict with what was expected, what came, and what to try."""
    signs = {Status.PASSED: ("✓ ", "green"), Status.FAILED: ("✗ ", "bold red")}
    sign = signs.get(verdict.status, ("· ", "dim"))
    points = f"  ({verdict.points} of {verdict.of})" if verdict.of else ""
    line = Text.assemble(sign, f"{harmless(verdict.title)}{points}")
    if verdict.status is not Status.FAILED:
        return line
    told = [
        ("expected", verdict.expected),
        ("received", verdict.received),
        ("try", verdict.attempt),
    ]
    return Group(line, labelled(told))


def _row(question: QuestionState, title: str) -> Sequence[RenderableType]:
    item = question.item
    return (
        Text(f"{item.number}", style="bold"),
        Text(harmless(title), overflow="fold"),
        Text(f"worth {item.weight:g}", style="dim"),
        Text(_done(question), style="dim"),
        _mark(question),
    )


def _mark(question: QuestionState) -> Text:
    if question.best is None:
        return Text("·", style="dim")
    style = "bold green" if question.mark == BEST_MARK else "bold"
    return Text(f"{question.mark}/{BEST_MARK}", style=style)


def _done(question: QuestionState) -> str:
    waiting = sum(not handed.marks for handed in question.submissions)
    counts = [
        (len(question.saves), "save", "saves"),
        (len(question.submissions), "submission", "submissions"),
        (waiting, "waits for its mark", "wait for their marks"),
    ]
    return ", ".join(f"{n} {one if n == 1 else many}" for n, one, many in counts if n)
