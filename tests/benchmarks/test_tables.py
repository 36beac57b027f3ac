"""The tables of the single benchmarks, from figures made up here."""

from command_start import NOTHING, start_table
from concurrent_memory import Memory, memory_table
from measuring import Timing
from pages import Measured, Plan, section
from recorder_overhead import Cost, Pair, overhead_table, percent
from time_to_verdict import CHECK, COLD, IMPORT, WATCHING, Verdicts, budget_table, results_table

TIMINGS = {
    WATCHING: Timing((0.2, 0.2, 0.4)),
    CHECK: Timing((0.4, 0.5, 0.6)),
    COLD: Timing((3.0, 3.5, 4.0)),
    "plain `pytest`": Timing((4.0, 4.0, 4.0)),
    "`nbgrader autograde`": Timing((7.0, 7.0, 7.0)),
    IMPORT: Timing((2.0, 2.0, 2.0)),
}


def _cells(made: str, first: str) -> list[str]:
    (line,) = [line for line in made.splitlines() if line.startswith(f"| {first} |")]
    return [cell.strip() for cell in line.strip("|").split("|")]


def test_every_way_is_told_as_multiples_of_the_warm_ones() -> None:
    verdicts = {"plain `pytest`": Verdicts(right=True, wrong=False)}

    cells = _cells(results_table(TIMINGS, verdicts), "plain `pytest`")

    assert cells[1:4] == ["4.00 s", "4.00 s", "4.00 s"]
    assert cells[4:] == ["20 ×", "20 ×", "8.0 ×", "10 ×", "passed", "failed"]


def test_what_judges_nothing_has_no_verdicts() -> None:
    assert _cells(results_table(TIMINGS, {}), IMPORT)[-2:] == ["", ""]


def test_budgets_tell_what_was_held_and_what_was_not() -> None:
    made = budget_table(TIMINGS, [Memory(50.0, 90.0), Memory(71.0, 95.0)])

    held = {
        line.split("|")[1].strip(): line.split("|")[4].strip() for line in made.splitlines()[2:]
    }
    assert held == {
        "save to verdict, warm": "yes",
        "first verdict, beyond importing TensorFlow": "**no**",
        "faster than `nbgrader autograde`, warm": "**no**",
        "faster than plain `pytest`, warm": "yes",
        "memory of each of 2 concurrent trainings": "**no**",
    }


def test_tools_that_were_left_out_have_no_budget() -> None:
    assert len(budget_table({WATCHING: TIMINGS[WATCHING]}, []).splitlines()) == 3


def test_memory_is_told_as_median_and_largest() -> None:
    made = memory_table([Memory(50.0, 90.0), Memory(60.0, 95.0), Memory(51.0, 80.0)])

    assert _cells(made, "pages of its own (USS)")[1:] == ["51 MB", "60 MB", "70 MB"]


def test_the_overhead_is_the_median_of_the_pairs() -> None:
    pairs = [
        Pair(without=Cost(10.0, 18.0), observed=Cost(10.2, 18.0)),
        Pair(without=Cost(10.0, 18.0), observed=Cost(15.0, 18.9)),
        Pair(without=Cost(12.0, 18.0), observed=Cost(12.12, 18.0)),
    ]

    cells = _cells(overhead_table(pairs), "time of the program")

    assert cells[1:] == ["10.0 s", "12.1 s", "+2.0 %", "+1.0 %", "+50.0 %", "< 5 %"]


def test_what_comes_out_faster_is_told_as_such() -> None:
    assert percent(0.986) == "-1.4 %"


def test_commands_are_told_beyond_what_python_itself_takes() -> None:
    timings = {NOTHING: Timing((0.01,)), "`etude list`": Timing((0.16,))}

    cells = _cells(start_table(timings), "`etude list`")

    assert cells[1:] == ["0.160 s", "0.160 s", "0.150 s", "<= 0.150 s", "**no**"]


def test_what_is_promised_of_pages_is_held_by_its_own_measure() -> None:
    measured = Measured(render=[0.01] * 19 + [0.2], save=[0.1, 0.3, 9.0], behind=[0.1, 0.6, 0.7])

    made = section(measured, Plan(pages=2, every=1.0, seconds=1.0, saves=3))

    assert _cells(made, "a page, one at a time (p95)")[-1] == "yes"
    assert _cells(made, "save to first check (median)")[-1] == "yes"
    assert _cells(made, "a point behind its epoch (p95)")[-1] == "**no**"
    assert _cells(made, "a run among 2")[1:] == ["-"] * 6
