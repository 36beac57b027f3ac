"""A visit to the doctor as its report and its page show it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from etude.domain.checkup import Checkup, End
from etude.render.endings import ending
from etude.render.html.blocks import ErrorBlock, FindingBlock, error_block, finding_block
from etude.render.html.quoted import Quoter
from etude.render.html.run import Run, run_view
from etude.render.seen import seen
from etude.render.summary import summary
from etude.render.versions import versions_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Visited:
    """Attributes:
    mood: which colour the verdict has: "bad", "fair", "good", "" while the program runs.
    headline, then: what is said first, and after it; attempt: what to try.
    seen: what étude saw, counted.
    """

    checkup: Checkup
    mood: str
    headline: str
    then: str
    detail: str
    attempt: str
    seen: str
    error: ErrorBlock | None
    findings: Sequence[FindingBlock]
    run: Run
    versions: str


def visited(
    checkup: Checkup, *, place: Callable[[str], str] = str, running: bool = False
) -> Visited:
    """Args:
    place: how the path of a file is shown.
    running: whether the program still runs: then nothing is said of its end.
    """
    quoter = Quoter(texts=checkup.texts, place=place)
    told, found = ending(checkup), summary(checkup)
    finished = checkup.end is End.FINISHED
    return Visited(
        checkup=checkup,
        mood="" if running else mood(checkup),
        headline="Running" if running else found if finished else told.headline,
        then="" if running else told.headline if finished else found,
        detail="" if running else told.detail,
        attempt="" if running else told.attempt,
        seen=seen(checkup) if checkup.findings or running else "",
        error=error_block(checkup.error, quoter) if checkup.error else None,
        findings=[finding_block(one, quoter) for one in checkup.findings],
        run=run_view(checkup, checkup.listing.told, running=running),
        versions=versions_line(checkup.versions),
    )


def mood(checkup: Checkup) -> str:
    """ "bad", "fair" or "good", of a program that has ended."""
    if checkup.serious or checkup.end not in (End.FINISHED, End.INTERRUPTED):
        return "bad"
    return "fair" if checkup.findings or checkup.end is End.INTERRUPTED else "good"
