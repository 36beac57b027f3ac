"""What is asked of trained values, and the tables of what they were over many seeds."""

from dataclasses import replace
from pathlib import Path

from exercise_bars import HEAD, Bar, bars_of, kept_rows, make_page, programs, rows, section, seeded
from page import with_section

from etude.catalog.exercises import exercises
from etude.catalog.marking import read_checks
from etude.catalog.texts import read_text
from etude.checks.finds_rare import FindsRare
from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.values import Name
from etude.domain.report import Report
from etude.domain.verdict import Status, Verdict

ASKED = {"by": Name(name="model"), "inputs": Name(name="x"), "labels": Name(name="y")}
LOSS = Bar(check="falls", measured="loss", label="loss", asked=0.5, at_least=False)


def _report(value: float | None, status: Status = Status.PASSED) -> Report:
    measured = {} if value is None else {"loss": value}
    verdicts = [Verdict(check="falls", title="", status=status, measured=measured)]
    return Report(exercise="a/b", file="a/b/b.py", verdicts=verdicts)


def test_bars_on_the_same_metric_are_told_apart_by_their_checks() -> None:
    miles = ReachesScore(name="miles", bar=2.75, metric=Metric.MAE, **ASKED)

    seconds = ReachesScore(name="seconds", bar=1.5, metric=Metric.MAE, **ASKED)
    rare = FindsRare(name="rare", recall=0.75, precision=0.25, **ASKED)

    bars = bars_of([miles, seconds, rare])

    labels = ["miles: mean absolute error", "seconds: mean absolute error", "recall", "precision"]
    assert [bar.label for bar in bars] == labels
    assert bars[0].reached_by(2.75)
    assert not bars[0].reached_by(2.76)
    assert not bars[2].reached_by(0.74)


def test_another_seed_takes_the_place_of_the_programs_own() -> None:
    text = "keras.utils.set_random_seed(1)\nrng = np.random.default_rng(1)\n"

    assert seeded(text, 7) == text.replace("set_random_seed(1)", "set_random_seed(7)")


def test_every_right_answer_trains_with_the_seed_that_is_asked_for() -> None:
    """A seed that stands in another form would be the same in all ten runs."""
    barred = [one for one in exercises().values() if bars_of(read_checks(one))]

    own = [
        f"{one.id}/{name}"
        for one in barred
        for name in programs(one, right=True)
        if "_seed(" in (text := read_text(one, name)) and seeded(text, 12345) == text
    ]

    assert len(barred) > 40
    assert own == []


def test_a_row_tells_how_many_runs_reached_the_bar_and_how_many_passed() -> None:
    reports = [_report(0.2), _report(0.4, Status.FAILED), _report(0.7, Status.FAILED)]

    assert rows("solution.py", [LOSS], reports) == [
        ["`solution.py`", "loss", "0.200", "0.400", "0.700", "≤ 0.5", "2 of 3", "1 of 3"]
    ]


def test_runs_without_a_value_count_as_not_passed() -> None:
    reports = [_report(None, Status.SKIPPED)] * 2

    (row,) = rows("mistakes/crashes.py", [LOSS], reports)

    assert row[2:] == ["-", "-", "-", "≤ 0.5", "-", "0 of 2"]


def test_rows_of_programs_that_were_not_run_stay_until_the_bar_changes() -> None:
    made = rows("mistakes/a.py", [LOSS], [_report(0.9, Status.FAILED)])
    text = "\n".join(f"| {' | '.join(cells)} |" for cells in [HEAD, *made])

    assert kept_rows(text, [LOSS]) == {"mistakes/a.py": made}
    assert kept_rows(text, [replace(LOSS, asked=0.4)]) == {}


def test_a_table_holds_its_programs_in_the_order_of_the_exercise() -> None:
    exercise = exercises()["text/next_character"]
    made = {
        name: rows(name, [LOSS], [_report(0.2)])
        for name in reversed([*programs(exercise, right=False), "mistakes/of_yesterday.py"])
    }

    lines = section(exercise, made).splitlines()

    told = [line.split("`")[1] for line in lines if line.startswith("| `")]
    assert told == programs(exercise, right=False)


def test_a_page_gets_its_markers_once_and_keeps_what_it_says(tmp_path: Path) -> None:
    exercise = replace(exercises()["text/next_character"], folder=tmp_path)
    (tmp_path / "design.md").write_text("# How the bar was set\n\nBy hand.\n")

    first = make_page(exercise).read_text()
    again = make_page(exercise).read_text()

    assert first == again
    assert first.startswith("# How the bar was set\n\nBy hand.\n\n<!-- measured: bars -->")
    assert "new" in with_section(again, "bars", "new")
