"""A wrong answer must be told the mistake that it shows, at the line that it marks."""

import pytest

from etude.app.prove_diagnosis import marked_lines, must_be_told, must_fail
from etude.domain.finding import Finding
from etude.domain.report import Report
from etude.domain.verdict import Status, Verdict

PROGRAM = "rate = 9\nfit(rate)  # diagnosis: nan_loss\n"
KNOWN = {"nan_loss", "loss_rises"}


def report(*findings: Finding, status: Status = Status.FAILED) -> Report:
    verdict = Verdict(check="bar", title="", status=status, expected="0.9", received="0.1")
    return Report(exercise="a/b", file="b.py", verdicts=[verdict], findings=findings)


def found(diagnosis: str, *, line: int) -> Finding:
    return Finding(diagnosis=diagnosis, line=line, evidence="it is NaN", change="")


def problem(told: Report, *, name: str = "nan_loss", text: str = PROGRAM) -> str:
    return must_be_told(name, text, known=KNOWN).problem(told)


def test_lines_are_found_by_the_names_in_their_comments() -> None:
    text = PROGRAM + "fit(2)  # diagnosis: loss_rises\nfit(3)  #diagnosis:nan_loss\n"

    assert marked_lines(text) == {"nan_loss": [2, 4], "loss_rises": [3]}


def test_the_mistake_that_comes_first_at_its_line_holds() -> None:
    told = report(found("nan_loss", line=2), found("loss_rises", line=1))

    assert problem(told) == ""


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        (report(status=Status.PASSED), "it passes"),
        (report(), "no finding; bar: expected 0.9; received 0.1"),
        (report(found("loss_rises", line=1)), "told loss_rises first (line 1: it is NaN)"),
        (report(found("nan_loss", line=1)), "points at line 1, not at 2"),
    ],
)
def test_anything_else_is_a_problem_that_says_what_came(told: Report, complaint: str) -> None:
    assert problem(told) == complaint


def test_a_diagnosis_must_be_known_and_its_line_marked() -> None:
    told = report(found("nan_loss", line=2))

    assert problem(told, name="nan_los") == "there is no diagnosis 'nan_los'"
    assert problem(told, text="fit(9)\n") == "no line is marked with '# diagnosis: nan_loss'"


def test_a_wrong_answer_without_a_diagnosis_must_fail_the_check_that_it_is_named_after() -> None:
    assert must_fail("bar").problem(report(found("nan_loss", line=2))) == ""
    assert must_fail("size").problem(report()) == "bar: expected 0.9; received 0.1"
    assert must_fail("bar").problem(report(status=Status.PASSED)) == "nothing failed"
