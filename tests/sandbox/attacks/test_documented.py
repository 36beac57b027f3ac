"""The table of levels in docs/design/sandbox.md says what the attacks have shown."""

from pathlib import Path

from attack import LEVELS
from test_attacks import ATTACKS

_PAGE = Path(__file__).parents[3] / "docs" / "design" / "sandbox.md"
_HEADER = "| | L1 | L2 | L3 |"


def _documented() -> dict[str, tuple[str, ...]]:
    table = _PAGE.read_text().partition(_HEADER)[2].partition("\n\n")[0]
    rows = [row.strip("| ").split(" | ") for row in table.strip().splitlines()[1:]]
    return {line: tuple(levels) for line, *levels in rows}


def _shown() -> dict[str, tuple[str, ...]]:
    """For a plain user; what uid 0 can do beyond that stands below the table."""
    lines = {attack.line for attack in ATTACKS.values()}
    return {line: tuple(_at(line, level) for level in LEVELS) for line in lines}


def _at(line: str, level: int) -> str:
    attacks = [attack for attack in ATTACKS.values() if attack.line == line]
    possible = any(level in attack.possible_at and not attack.root_only for attack in attacks)
    return "possible" if possible else "stopped"


def test_table_of_levels_is_what_the_attacks_show():
    assert _documented() == _shown()
