"""A checkup as one HTML file that needs nothing else."""

from collections.abc import Callable

from etude.domain.checkup import Checkup
from etude.render.html.environment import environment
from etude.render.html.visit import visited
from etude.render.summary import summary


def checkup_page(checkup: Checkup, *, place: Callable[[str], str] = str) -> str:
    """The whole page; ``place`` is how the path of a file is shown."""
    template = environment().get_template("checkup.html.j2")
    return template.render(visit=visited(checkup, place=place), summary=summary(checkup))
