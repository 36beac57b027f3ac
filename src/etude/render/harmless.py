"""Text that others wrote, made harmless for a terminal."""

import re

_COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
# Controls except tab and newline, and the marks that turn the direction of writing around, which
# can make a line look like another.
_DANGEROUS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_TAB = 4


def harmless(text: str) -> str:
    """Controls are shown as ``\\x1b``; tabs become blanks, newlines stay."""
    return _DANGEROUS.sub(_shown, text.expandtabs(_TAB))


def settled(output: str) -> str:
    """Printed text as it stands on the screen in the end, progress bars in their last state."""
    plain = _COLOURS.sub("", output)
    return "\n".join(harmless(_overwritten(line)) for line in plain.split("\n"))


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"


def _overwritten(line: str) -> str:
    """The line after its carriage returns and backspaces."""
    if "\x08" not in line and "\r" not in line:
        return line
    cells: list[str] = []
    position = 0
    for character in line:
        if character == "\r":
            position = 0
        elif character == "\x08":
            position = max(0, position - 1)
        else:
            cells[position : position + 1] = [character]
            position += 1
    return "".join(cells).rstrip()
