"""Lines of a source text, as Python counts them."""

import re

# str.splitlines() also breaks at form feeds and at separators that only Unicode knows.
_END = re.compile(r"\r\n|\r|\n")


def source_lines(text: str) -> list[str]:
    """The lines without their ends; the first one is line 1 for Python and for editors."""
    lines = _END.split(text)
    return lines if lines[-1] else lines[:-1]
