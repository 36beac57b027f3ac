"""The table of a question's marks, as it stands in its design.md."""

from etude.app.marks_table import marks_table
from etude.app.proof import Got
from etude.domain.report import Report
from etude.domain.verdict import Measurement, Status, Verdict

BARS = (0.5, 0.85)


def got(program: str, value: float | None, points: int, *, seed: int = 0) -> Got:
    measured = value is not None and Measurement(
        what="an accuracy", value=value, low=0, high=1, bars=BARS, examples=100
    )
    verdict = Verdict(
        check="bars", title="", status=Status.FAILED, points=points, measurement=measured or None
    )
    report = Report(exercise="a/b", file="b.py", verdicts=[verdict])
    return Got(program=program, seed=seed, report=report)


def test_each_variant_has_a_row_with_its_bars_and_each_answer_a_column() -> None:
    table = marks_table(
        [
            got("solution.py", 0.9374, 5),
            got("levels/2_slow.py", 0.61, 2),
            got("solution.py", 0.95, 5, seed=1),
            got("levels/2_slow.py", 0.62, 2, seed=1),
        ]
    )

    assert table.splitlines() == [
        "| variant | bars | `solution.py` | `levels/2_slow.py` |",
        "| --- | --- | --- | --- |",
        "| 0 | 0.5, 0.85 | 0.937: 5 | 0.61: 2 |",
        "| 1 | 0.5, 0.85 | 0.95: 5 | 0.62: 2 |",
    ]


def test_an_answer_that_got_nothing_is_left_out() -> None:
    table = marks_table([got("starter.py", None, 0), got("solution.py", 0.9, 5)])

    assert "starter.py" not in table


def test_an_answer_that_cannot_be_measured_keeps_its_mark() -> None:
    table = marks_table([got("solution.py", 0.9, 5), got("levels/1_gaps.py", None, 1)])

    assert "| 0 | 0.5, 0.85 | 0.9: 5 | no value: 1 |" in table
