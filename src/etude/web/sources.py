"""Programs as pages show them to be read."""

from functools import cache

from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from etude.render.harmless import harmless


def python(text: str) -> Markup:
    """Safe HTML whose words have the classes of Pygments; the text keeps every line."""
    made = highlight(harmless(text.rstrip("\n")), PythonLexer(stripnl=False), _formatter())
    return Markup(made.rstrip("\n"))


@cache
def _formatter() -> HtmlFormatter[str]:
    return HtmlFormatter(nowrap=True)
