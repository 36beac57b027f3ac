"""Draws a badge in both forms."""

from etude.domain.credential import Issuer, Pictures
from etude.domain.result import Result
from etude.render.badge.layout import badge_of
from etude.render.badge.png import badge_png
from etude.render.badge.svg import badge_svg


def draw_badge(result: Result, issuer: Issuer) -> Pictures:
    """The badge of a passed sitting, before a credential is baked in."""
    badge = badge_of(result, issuer)
    return Pictures(svg=badge_svg(badge), png=badge_png(badge))
