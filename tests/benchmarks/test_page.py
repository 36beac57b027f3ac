"""Tables, and sections between markers."""

from pathlib import Path

import pytest
from page import PAGE, MissingMarkers, publish, seconds, table, times, with_section

TEXT = "before\n<!-- measured: size -->\nold\n<!-- end: size -->\nafter\n"


def test_a_table_aligns_figures_to_the_right() -> None:
    made = table(["what", "median"], [["étude", "0.213 s"]])

    assert made == "| what | median |\n| --- | ---: |\n| étude | 0.213 s |"


def test_a_row_with_too_few_cells_is_refused() -> None:
    with pytest.raises(ValueError, match="expected 2 cells"):
        table(["what", "median"], [["étude"]])


@pytest.mark.parametrize(
    ("value", "told"), [(0.2134, "0.213 s"), (3.214, "3.21 s"), (14.2, "14.2 s")]
)
def test_seconds_have_three_figures(value: float, told: str) -> None:
    assert seconds(value) == told


@pytest.mark.parametrize(("ratio", "told"), [(1.0, "1.0 ×"), (9.94, "9.9 ×"), (41.6, "42 ×")])
def test_ratios_are_told_as_multiples(ratio: float, told: str) -> None:
    assert times(ratio) == told


def test_a_section_replaces_what_stood_between_its_markers() -> None:
    written = with_section(TEXT, "size", "new\n")

    assert written == TEXT.replace("old", "new")


def test_writing_a_section_twice_changes_nothing_more() -> None:
    once = with_section(TEXT, "size", "new")

    assert with_section(once, "size", "new") == once


@pytest.mark.parametrize(
    "text",
    [
        "no markers",
        "<!-- measured: size -->\nno end",
        "<!-- end: size -->\n<!-- measured: size -->",
        TEXT + TEXT,
    ],
)
def test_a_page_without_one_pair_of_markers_is_left_alone(text: str) -> None:
    with pytest.raises(MissingMarkers, match="<!-- measured: size -->"):
        with_section(text, "size", "new")


def test_a_section_is_printed_and_written_only_when_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text(TEXT)

    publish("size", "new", write=False, page=page)
    untouched = page.read_text()
    publish("size", "new", write=True, page=page)

    assert untouched == TEXT
    assert "new" in page.read_text()
    assert capsys.readouterr().out.count("new") == 2


@pytest.mark.parametrize(
    "name",
    [
        "time to verdict",
        "memory",
        "recorder overhead",
        "command start",
        "time to mark",
        "luck of the draw",
    ],
)
def test_the_page_has_a_place_for_every_section(name: str) -> None:
    text = PAGE.read_text(encoding="utf-8")

    assert "x" in with_section(text, name, "x")
