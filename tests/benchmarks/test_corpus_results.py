"""Results of programs that are made up here, in a file of their own; and the page of those kept."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from corpus import Program, right_programs, wrong_programs
from corpus_results import Results
from diagnosis_scores import PAGE, page_of
from scoring import Told

from etude.domain.finding import Finding, Severity

DAY = date(2026, 11, 29)
LATER = date(2026, 12, 1)
RIGHT = Program(name="sums", text="a\n")
WRONG = Program(name="nan_loss__rate", text="b  # diagnosis: nan_loss\n", diagnosis="nan_loss")
SAID = Finding(
    diagnosis="nan_loss", line=1, severity=Severity.SILENT, evidence="NaN", change="less"
)

SAID_WITHOUT_WORDS = Finding(
    diagnosis="nan_loss", line=1, severity=Severity.SILENT, evidence="", change=""
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "results.json"
    path.write_text("{}")
    return path


def _read(file: Path, programs: Sequence[Program] = (RIGHT, WRONG)) -> Results:
    return Results(programs, file)


def test_what_is_kept_is_read_again_without_its_words(file: Path) -> None:
    _read(file).keep(Told(program=WRONG, findings=[SAID], trouble="stopped"), DAY)

    [told] = _read(file).told

    assert told.program == WRONG
    assert told.at_its_line
    assert told.trouble == "stopped"
    assert told.findings[0].severity is Severity.SILENT


def test_a_program_that_was_never_run_is_missing(file: Path) -> None:
    _read(file).keep(Told(program=WRONG), DAY)

    assert _read(file).missing == [RIGHT]


def test_a_program_that_was_changed_since_is_missing(file: Path) -> None:
    _read(file).keep(Told(program=WRONG), DAY)
    changed = Program(name=WRONG.name, text="c\n", diagnosis=WRONG.diagnosis)

    results = _read(file, [changed])

    assert results.missing == [changed]
    assert results.told == []


def test_what_a_program_was_told_that_is_no_more_is_dropped(file: Path) -> None:
    _read(file).keep(Told(program=WRONG), DAY)
    _read(file, [RIGHT]).keep(Told(program=RIGHT), DAY)

    assert _read(file).missing == [WRONG]


def test_the_last_run_is_the_one_that_counts(file: Path) -> None:
    results = _read(file)
    results.keep(Told(program=WRONG), DAY)
    results.keep(Told(program=WRONG, findings=[SAID]), LATER)

    assert [told.found for told in _read(file).told] == [SAID_WITHOUT_WORDS]
    assert _read(file).days == [LATER, LATER]


def test_the_days_are_the_first_and_the_last(file: Path) -> None:
    results = _read(file)
    assert results.days == []
    results.keep(Told(program=WRONG), LATER)
    results.keep(Told(program=RIGHT), DAY)

    assert results.days == [DAY, LATER]


def test_the_page_says_what_the_kept_results_say() -> None:
    """When this fails: python benchmarks/diagnosis_scores.py --write --missing."""
    results = Results([*right_programs(), *wrong_programs()])

    assert PAGE.read_text(encoding="utf-8") == page_of(results)
