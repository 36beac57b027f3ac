"""What an exercise asks for, as a page shows it."""

import re

_TITLE = re.compile(r"\A\s*# [^\n]*\n")


def without_title(text: str) -> str:
    """A statement begins with its title, which the page has as its own heading."""
    return _TITLE.sub("", text)
