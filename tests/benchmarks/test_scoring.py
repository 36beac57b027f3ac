"""Scores from findings made up here."""

from corpus import Program
from diagnosis_scores import Share
from scoring import Told, blamed_share, not_yet, scores, shortfalls, total

from etude.domain.finding import Finding, Severity

KNOWN = ("nan_loss", "overfits", "batched_twice")
NAN_LOSS = Program(
    name="nan_loss__rate", text="a\nb  # diagnosis: nan_loss\n", diagnosis="nan_loss"
)
RIGHT = Program(name="right", text="a\n")


def _finding(name: str, line: int = 1, severity: Severity = Severity.SILENT) -> Finding:
    return Finding(diagnosis=name, line=line, severity=severity, evidence="", change="")


def test_a_line_can_carry_several_marks() -> None:
    text = "a  # diagnosis: nan_loss\nb  # diagnosis: nan_loss, overfits\n"

    marks = Program(name="", text=text).marks

    assert marks == {"nan_loss": {1, 2}, "overfits": {2}}


def test_a_fault_is_found_when_it_is_among_the_first_two_findings() -> None:
    others = [_finding("overfits"), _finding("batched_twice")]
    second = Told(program=NAN_LOSS, findings=[others[0], _finding("nan_loss", 2)])
    third = Told(program=NAN_LOSS, findings=[*others, _finding("nan_loss", 2)])

    assert second.found is not None
    assert second.at_its_line
    assert third.found is None
    assert not third.at_its_line


def test_a_fault_that_is_found_elsewhere_is_not_at_its_line() -> None:
    told = Told(program=NAN_LOSS, findings=[_finding("nan_loss", 1)])

    assert told.found is not None
    assert not told.at_its_line


def test_what_is_said_about_another_fault_is_false() -> None:
    told = [
        Told(program=NAN_LOSS, findings=[_finding("nan_loss", 2), _finding("overfits")]),
        Told(program=NAN_LOSS, findings=[]),
        Told(program=RIGHT, findings=[_finding("nan_loss")]),
    ]

    of_each = scores(told, KNOWN)

    assert of_each["nan_loss"].recall == 1 / 2
    assert of_each["nan_loss"].precision == 1 / 2
    assert of_each["nan_loss"].false_on_right == 1
    assert of_each["overfits"].false_on_wrong == 1
    assert of_each["overfits"].recall is None
    assert of_each["overfits"].precision == 0


def test_the_total_counts_programs_and_false_findings() -> None:
    told = [
        Told(program=NAN_LOSS, findings=[_finding("nan_loss", 2)]),
        Told(program=NAN_LOSS, findings=[_finding("overfits")]),
        Told(program=RIGHT, findings=[_finding("overfits"), _finding("batched_twice")]),
    ]

    score = total(told, KNOWN)

    assert (score.wrong, score.found, score.at_its_line) == (2, 1, 1)
    assert (score.false_on_right, score.false_on_wrong) == (2, 1)
    assert score.precision == 1 / 4


def test_a_program_whose_diagnosis_is_not_installed_is_told_and_not_counted() -> None:
    told = [Told(program=NAN_LOSS, findings=[_finding("overfits")])]

    assert not_yet(told, ["overfits"]) == ["nan_loss__rate"]
    assert total(told, ["overfits"]).recall is None
    assert scores(told, ["overfits"]) == {}


def test_advice_does_not_blame_a_right_program() -> None:
    advised = Told(program=RIGHT, findings=[_finding("overfits", severity=Severity.WARNING)])
    blamed = Told(program=RIGHT, findings=[_finding("nan_loss", severity=Severity.ERROR)])

    assert blamed_share([advised, blamed, advised, advised]) == 1 / 4


def test_what_falls_below_the_bars_is_said() -> None:
    told = [
        Told(program=NAN_LOSS),
        Told(program=RIGHT, findings=[_finding("nan_loss")]),
        Told(program=RIGHT, trouble="timeout"),
    ]

    assert shortfalls(told, KNOWN) == [
        "the right program right did not run: timeout",
        "expected 85% of the faults to be found, got 0%",
        "expected at most 5% of the right programs to be blamed, got 50%",
    ]


def test_nothing_is_said_when_all_is_found_and_nobody_blamed() -> None:
    told = [
        Told(program=NAN_LOSS, findings=[_finding("nan_loss", 2)], trouble="raised"),
        Told(program=RIGHT),
    ]

    assert shortfalls(told, KNOWN) == []


def test_the_shares_of_the_corpus_are_together_all_of_it() -> None:
    programs = [Program(name=str(number), text="") for number in range(8)]

    shares = [Share(part, 3).of_programs(programs) for part in (1, 2, 3)]

    assert [len(share) for share in shares] == [3, 3, 2]
    assert {one.name for share in shares for one in share} == {one.name for one in programs}
    assert Share().of_programs(programs) == programs
