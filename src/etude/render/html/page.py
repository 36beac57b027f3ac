"""A checkup as one HTML file that needs nothing else."""

from collections.abc import Callable

from etude.domain.checkup import Checkup, End
from etude.render.endings import ending
from etude.render.html.blocks import error_block, finding_block
from etude.render.html.environment import environment
from etude.render.html.quoted import Quoter
from etude.render.html.run import run_view
from etude.render.seen import seen
from etude.render.summary import summary
from etude.render.versions import versions_line


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
            error=error_block(checkup.error, quoter) if checkup.error else None,
            findings=[finding_block(one, quoter) for one in checkup.findings],
            run=run_view(checkup, checkup.listing.told),
            versions=versions_line(checkup.versions),
        )
    )


def _mood(checkup: Checkup) -> str:
    """Which colour the verdict has: "bad", "fair", "good"."""
    if checkup.serious or checkup.end not in (End.FINISHED, End.INTERRUPTED):
        return "bad"
    return "fair" if checkup.findings or checkup.end is End.INTERRUPTED else "good"
