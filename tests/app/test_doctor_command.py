"""`etude doctor` as it is typed."""

from pathlib import Path

import pytest

from etude.app.places import find_places
from etude.app.records import utc_now
from etude.app.visits import Visits
from etude.cli.main import run
from etude.domain.checkup import Checkup, End, Kind

PROGRAM = "import sys\nprint('given', sys.argv[1:])\n"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "train.py").write_text(PROGRAM)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "train.py"


@pytest.mark.parametrize("before", [True, False], ids=["before it", "after it"])
def test_options_count_before_and_after_the_program(
    program: Path, capfd: pytest.CaptureFixture[str], before: bool
) -> None:
    options = ["--html", "report.html"]

    run(["doctor", *options, "train.py"] if before else ["doctor", "train.py", *options])

    assert "given []" in capfd.readouterr().out
    assert program.with_name("report.html").read_text().startswith("<!doctype html>")


def test_what_follows_two_dashes_is_the_programs(
    program: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    run(["doctor", "train.py", "first", "--", "--html", "mine"])

    assert "given ['first', '--html', 'mine']" in capfd.readouterr().out
    assert not program.with_name("mine").exists()


def test_an_unknown_option_is_told_where_the_programs_own_belong(
    program: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    code = run(["doctor", "train.py", "--lr", "0.1"])

    assert code == 2
    assert "etude doctor train.py -- --lr" in capfd.readouterr().err


def test_the_report_on_a_saved_model_is_kept_as_that_on_a_program_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "digits.keras").write_bytes(b"a model")
    monkeypatch.chdir(tmp_path)
    found = Checkup(target="digits.keras", kind=Kind.MODEL, end=End.FINISHED)
    monkeypatch.setattr("etude.app.doctor.examine_model", lambda target, data: found)

    run(["doctor", "digits.keras"])

    (told,) = Visits(state=find_places().state).newest_first(now=utc_now())
    assert told.begun.target == "digits.keras"
    assert told.checkup is not None
    assert (told.checkup.kind, told.checkup.end) == (found.kind, found.end)
    assert not told.running
