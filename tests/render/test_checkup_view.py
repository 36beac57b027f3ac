"""A visit to the doctor as a person sees it on a terminal."""

import io
from typing import Any

import pytest
from checkups import (
    FILE,
    NOT_PREFETCHED,
    NOT_SCALED,
    SHUFFLED_LATE,
    SOFTMAX_TWICE,
    checkup,
    epochs,
    fit,
    healthy_checkup,
    raised_checkup,
    rich_checkup,
)
from rich.console import Console

from etude.domain.checkup import Checkup, End, Kind
from etude.domain.finding import Finding, Severity
from etude.domain.listing import Listing, Part
from etude.render.checkup import CheckupView


def drawn(shown: Checkup, *, width: int = 100, colour: bool = False, **options: Any) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    console.print(CheckupView(shown, **options))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def in_order(text: str, *pieces: str) -> None:
    found = [text.find(piece) for piece in pieces]
    assert -1 not in found, (pieces[found.index(-1)], text)
    assert found == sorted(found), text


def test_the_target_its_end_and_what_was_found_come_first() -> None:
    first = drawn(rich_checkup()).splitlines()[:3]

    assert first == [
        "train.py",
        "Ran to its end in 1 min 14 s.",
        "Found: 2 mistakes and 2 pieces of advice.",
    ]


def test_a_finding_is_told_with_its_line_its_evidence_and_the_change() -> None:
    in_order(
        drawn(rich_checkup()),
        "Silent mistake: The loss applies softmax", "train.py:19", "❱ 19 │", "seen     the last",
        "why      Softmax of a softmax", "change   leave out", "leads to trained_too_short",
        "more     etude explain softmax_with_from_logits",
    )  # fmt: skip


def test_three_findings_are_told_in_full_and_the_others_in_one_line_each() -> None:
    text = drawn(rich_checkup(), width=120)

    in_order(text, "explain pixels_not_scaled", "Also found", "etude doctor --all", "Speed  train")
    short = next(line for line in text.splitlines() if line.startswith("  Speed"))
    assert short.split() == ["Speed", "train.py:9", *NOT_PREFETCHED.title.split()]
    assert NOT_PREFETCHED.evidence not in text


def test_every_finding_is_told_in_full_when_everything_is_asked_for() -> None:
    text = drawn(rich_checkup(), everything=True)

    assert "Also found" not in text
    for finding in (SOFTMAX_TWICE, SHUFFLED_LATE, NOT_SCALED, NOT_PREFETCHED):
        assert finding.evidence.split(",")[0] in text


def test_nothing_found_is_said_of_what_was_seen_only() -> None:
    text = drawn(healthy_checkup())

    assert "Nothing found in what étude saw: 1 model, 2 trainings, 24 epochs and 2 pip" in text


def test_a_program_in_which_nothing_was_seen_is_not_called_right() -> None:
    text = drawn(checkup())

    assert "Nothing found: étude saw no model, no training and no pipeline in it." in text


def test_a_program_that_did_not_finish_is_never_told_as_nothing_found() -> None:
    text = drawn(raised_checkup())

    assert "Nothing found" not in text
    assert "No known mistake" in text


def test_an_exception_is_shown_at_the_innermost_line_of_the_person() -> None:
    text = drawn(raised_checkup())

    in_order(
        text, "Stopped with ValueError after 3.1 s.", "Dimensions must be equal", "train.py:8",
        "❱  8 │", "raised by keras.Model.fit", "try      étude does not know",
    )  # fmt: skip
    assert "train.py:21" not in text
    in_order(drawn(raised_checkup(), everything=True), "train.py:21", "train.py:8")


def test_an_exception_that_a_finding_explains_points_at_it() -> None:
    why = Finding(
        line=8, file=FILE, severity=Severity.ERROR, diagnosis="labels", title="Labels.",
        evidence="e", change="c",
    )  # fmt: skip

    text = drawn(raised_checkup(findings=[why]))

    in_order(text, "what étude makes of it is below", "Found: 1 mistake.", "Error: Labels.")


def test_an_exception_is_explained_by_what_is_wrong_in_its_very_line() -> None:
    def told(line: int) -> str:
        silent = Finding(
            line=line, file=FILE, severity=Severity.SILENT, diagnosis="d", title="T.",
            evidence="e", change="c",
        )  # fmt: skip
        return drawn(raised_checkup(findings=[silent]))

    assert "what étude makes of it is below" in told(8)
    assert "étude does not know this mistake" in told(7)


@pytest.mark.parametrize("end", list(End))
@pytest.mark.parametrize("kind", list(Kind))
def test_every_end_has_words(end: End, kind: Kind) -> None:
    told = drawn(checkup(end=end, kind=kind, exit_code=3)).splitlines()[1]

    assert told[0].isupper()
    assert told.endswith(".")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"end": End.EXITED, "exit_code": 3}, "Ended itself with exit code 3 after"),
        ({"end": End.CRASHED, "exit_code": -9}, "Was ended by SIGKILL after"),
        ({"end": End.CRASHED, "exit_code": -9}, "out of memory"),
        ({"end": End.CRASHED, "exit_code": -11}, "wrong shapes or indices"),
        ({"end": End.OVERTIME}, "allow it more time"),
        ({"end": End.STOPPED, "detail": "The loss is NaN."}, "The loss is NaN."),
        ({"end": End.FINISHED, "kind": Kind.MODEL, "seconds": 0.0}, "Was read."),
    ],
)
def test_an_end_says_what_happened_and_what_to_try(fields: dict[str, Any], words: str) -> None:
    assert words in " ".join(drawn(checkup(**fields)).split())


def test_the_last_epoch_of_each_training_stands_in_one_row_loss_first() -> None:
    lines = drawn(healthy_checkup()).splitlines()

    heading = next(number for number, line in enumerate(lines) if "train | validation" in line)
    assert lines[heading + 1].split() == ["line", "epochs", "loss", "accuracy"]
    assert lines[heading + 2].split() == [
        "21", "12", "0.2415", "|", "0.8989", "0.9195", "|", "0.7004",
    ]  # fmt: skip


def test_a_training_that_was_cut_off_says_how_far_it_came() -> None:
    text = drawn(checkup(fits=[fit(epochs=epochs(3), finished=False)]))

    assert "3 of 12" in text


def test_many_trainings_are_told_by_the_last_ones() -> None:
    fits = [fit(index=number, line=number + 1) for number in range(9)]

    text = drawn(checkup(fits=fits))

    assert "the last 5 of 9; all: etude doctor --all" in text
    assert len(drawn(checkup(fits=fits), everything=True).splitlines()) > len(text.splitlines())


def test_what_could_not_be_seen_is_said_and_versions_come_last() -> None:
    lines = drawn(rich_checkup()).splitlines()

    in_order("\n".join(lines), "What étude could not see:", "- tf.py_function in line 8")
    assert lines[-1] == "étude 0.1.0 · Python 3.11.9 · TensorFlow 2.21.0 · Keras 3.15.1"


def test_what_others_wrote_is_never_taken_as_markup_or_control() -> None:
    nasty = "\x1b]0;title\x07 [red]r[/red] \u202e"
    finding = Finding(line=1, file=nasty, diagnosis="d", title=nasty, evidence=nasty, change=nasty)

    text = drawn(checkup(target=nasty, findings=[finding], unseen=[nasty], detail=nasty))

    assert "[red]r[/red]" in text
    assert not set(text) & {"\x1b", "\x07", "\u202e"}


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for shown in (rich_checkup(), raised_checkup(), healthy_checkup()):
        assert max(map(len, drawn(shown, width=width).splitlines())) <= width


def test_without_a_terminal_there_is_no_colour() -> None:
    assert "\x1b" not in drawn(rich_checkup())
    assert "\x1b" in drawn(rich_checkup(), colour=True)


def test_a_training_in_another_file_is_told_with_its_file() -> None:
    parts = [
        Part(name="train.py", first=1, text="\n" * 9),
        Part(name="nets.py", first=11, text="\n" * 9),
    ]

    text = drawn(checkup(fits=[fit(line=3), fit(index=1, line=14)], listing=Listing(parts)))

    assert "train.py:3" in text
    assert "nets.py:4" in text
