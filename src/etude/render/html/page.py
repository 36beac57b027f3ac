"""A checkup as one HTML file that needs nothing else."""

from collections.abc import Callable

from etude.domain.checkup import Checkup, End
from etude.render.endings import ending
from etude.render.html.architecture import architecture, shape_text
from etude.render.html.blocks import error_block, finding_block
from etude.render.html.environment import environment
from etude.render.html.matrix import matrix
from etude.render.html.pipeline import measured_pipeline, pipeline
from etude.render.html.quoted import Quoter
from etude.render.html.training import training
from etude.render.seen import given_data, models, seen
from etude.render.summary import summary
from etude.render.versions import versions_line

# A program that trains in a loop is told by its first and last ones; --json holds all.
_MOST_TRAININGS = 20


def checkup_page(checkup: Checkup, *, place: Callable[[str], str] = str) -> str:
    """The whole page; ``place`` is how the path of a file is shown."""
    quoter = Quoter(texts=checkup.texts, place=place)
    fits, where = checkup.fits, checkup.listing.told
    shown = (*fits[: _MOST_TRAININGS - 1], fits[-1]) if len(fits) > _MOST_TRAININGS else fits
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
            trainings=[training(fit, where) for fit in shown],
            trainings_left_out=len(fits) - len(shown),
            models=[architecture(model, where) for model in models(checkup)],
            data=[pipeline(data, where) for data in given_data(checkup)],
            profile=measured_pipeline(checkup.profile, where) if checkup.profile else None,
            matrix=matrix(checkup.confusion) if checkup.confusion else None,
            shape_text=shape_text,
            versions=versions_line(checkup.versions),
        )
    )


def _mood(checkup: Checkup) -> str:
    """Which colour the verdict has: "bad", "fair", "good"."""
    if checkup.serious or checkup.end not in (End.FINISHED, End.INTERRUPTED):
        return "bad"
    return "fair" if checkup.findings or checkup.end is End.INTERRUPTED else "good"
