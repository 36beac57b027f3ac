"""A checkup as one HTML file that needs nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from etude.domain.checkup import Checkup, End
from etude.domain.finding import Finding
from etude.domain.observations import Error
from etude.render.endings import ending
from etude.render.exception import shortened
from etude.render.finding import explained_by
from etude.render.html.environment import environment
from etude.render.html.quoted import Quote, Quoter
from etude.render.html.run import run_view
from etude.render.seen import seen
from etude.render.severities import MEANINGS
from etude.render.summary import summary
from etude.render.versions import versions_line


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingBlock:
    """A finding with its lines; ``command`` shows the page of its diagnosis."""

    finding: Finding
    word: str
    effect: str
    quote: Quote
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorBlock:
    """An exception with the learner's own frames, the innermost first."""

    type: str
    message: str
    raised_by: str
    frames: Sequence[Quote]


def checkup_page(checkup: Checkup, *, place: Callable[[str], str] = str) -> str:
    """The whole page; ``place`` is how the path of a file is shown."""
    quoter = Quoter(texts=checkup.texts, place=place)
    return (
        environment()
        .get_template("checkup.html.j2")
        .render(
            checkup=checkup,
            mood=_mood(checkup),
            told=ending(checkup),
            finished=checkup.end is End.FINISHED,
            summary=summary(checkup),
            seen=seen(checkup),
            error=_error(checkup.error, quoter) if checkup.error else None,
            findings=[_finding(one, quoter) for one in checkup.findings],
            run=run_view(checkup, checkup.listing.told),
            versions=versions_line(checkup.versions),
        )
    )


def _mood(checkup: Checkup) -> str:
    """Which colour the verdict has: "bad", "fair", "good"."""
    if checkup.serious or checkup.end not in (End.FINISHED, End.INTERRUPTED):
        return "bad"
    return "fair" if checkup.findings or checkup.end is End.INTERRUPTED else "good"


def _finding(finding: Finding, quoter: Quoter) -> FindingBlock:
    meaning = MEANINGS[finding.severity]
    return FindingBlock(
        finding=finding,
        word=meaning.word,
        effect=meaning.effect,
        quote=quoter.quote(finding.file, finding.line),
        command=explained_by(finding),
    )


def _error(error: Error, quoter: Quoter) -> ErrorBlock:
    return ErrorBlock(
        type=error.type,
        message=shortened(error.message),
        raised_by=error.raised_by,
        frames=[quoter.quote(frame.file, frame.line) for frame in reversed(error.frames)],
    )
