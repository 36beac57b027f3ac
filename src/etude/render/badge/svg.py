"""The badge as SVG."""

from etude.render.badge.layout import DISC, Badge
from etude.render.html.environment import environment
from etude.render.ring import CENTRE, RING_WIDTH, SIDE, drawn


def badge_svg(badge: Badge) -> bytes:
    """A file that needs nothing else."""
    text = (
        environment()
        .get_template("badge.svg.j2")
        .render(
            badge=badge,
            arcs=drawn(badge.arcs),
            side=SIDE,
            centre=CENTRE,
            disc=DISC,
            ring_width=RING_WIDTH,
        )
    )
    return text.encode()
