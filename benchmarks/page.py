"""The page of measured figures: tables, and the sections that each benchmark writes again."""

from collections.abc import Sequence
from pathlib import Path

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"


class MissingMarkers(Exception):
    """The page does not have the pair of comments between which a section belongs."""


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; every column but the first is aligned to the right.

    Raises:
      ValueError: a row has more or fewer cells than the head.
    """
    rule = ["---", *["---:"] * (len(head) - 1)]
    for row in rows:
        if len(row) != len(head):
            raise ValueError(f"expected {len(head)} cells, got {list(row)}")
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, rule, *rows])


def bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def seconds(value: float) -> str:
    """As many figures as mean something: 0.213 s, 3.21 s, 14.2 s."""
    if value < 1:
        return f"{value:.3f} s"
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def times(ratio: float) -> str:
    """A ratio: 2.4 ×, 17 ×."""
    return f"{ratio:.1f} ×" if ratio < 10 else f"{ratio:.0f} ×"


def with_section(text: str, name: str, section: str) -> str:
    """The text with what stands between the markers of ``name`` replaced.

    Raises:
      MissingMarkers: the text does not have each marker once, the beginning first.
    """
    begin, end = f"<!-- measured: {name} -->", f"<!-- end: {name} -->"
    before, found_begin, rest = text.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found_begin or not found_end or begin in after or end in after or end in before:
        raise MissingMarkers(f"expected {begin} and then {end}, each once")
    return f"{before}{begin}\n{section.strip()}\n{end}{after}"


def publish(name: str, section: str, *, write: bool, page: Path = PAGE) -> None:
    """Prints a section, and writes it into the page when asked to."""
    print(f"## {name}\n\n{section}\n")
    if write:
        text = page.read_text(encoding="utf-8")
        page.write_text(with_section(text, name, section), encoding="utf-8")
        print(f"written to {page.name}")
