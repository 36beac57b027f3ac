"""Statements and hints from Markdown; HTML inside them is shown, not obeyed."""

from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markupsafe import Markup

# The first level is the page's own title.
_HIGHEST = 2


@lru_cache(maxsize=512)  # a few milliseconds each, and texts seldom change
def markdown(text: str) -> Markup:
    """Safe HTML; what looks like HTML in the text is escaped, foreign links are left out."""
    parser = _parser()
    tokens = parser.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{max(_HIGHEST, int(token.tag[1:]))}"
    return Markup(parser.renderer.render(tokens, parser.options, {}))


@cache
def _parser() -> MarkdownIt:
    # "js-default" escapes HTML and refuses javascript: and data: links.
    return MarkdownIt("js-default", {"linkify": False, "typographer": False})
