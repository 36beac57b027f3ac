"""A report as a person sees it."""

import io
from dataclasses import replace
from typing import Any

import pytest
from rich.console import Console

from etude.domain.error import Error, ErrorFrame, Operand
from etude.domain.finding import Finding, Severity
from etude.domain.outcome import Fault, Isolation, Reason
from etude.domain.report import Report
from etude.domain.verdict import Status, Verdict
from etude.render.report import ReportView

FILE = "images/pixels/pixels.py"
SOURCE = """\
import tensorflow as tf


def load():
    pixels = read()
    return tf.image.convert_image_dtype(pixels, tf.float32)  # [bold]not markup[/bold]
"""
STRONG = Isolation(level=3, layers={"namespaces": "on"})
PASSED = Verdict(check="defines", title="defines load()", status=Status.PASSED, points=1, of=1)
FAILED = Verdict(
    check="range", title="values between 0 and 1", status=Status.FAILED, of=3,
    expected="values between 0 and 1", received="values between 0 and 255", attempt="print one",
    line=5,
)  # fmt: skip
SKIPPED = Verdict(
    check="order", title="shuffles before batching", status=Status.SKIPPED, of=2,
    received="not judged: it needs 'range'",
)  # fmt: skip
FINDING = Finding(
    line=6, file=FILE, diagnosis="pixels_not_scaled", title="Conversion does not scale floats.",
    evidence="first loss 234.0", why="Training is slow.", change="divide by 255.0",
    consequences=("first_loss_is_huge",),
)  # fmt: skip


def report(**fields: Any) -> Report:
    base: dict[str, Any] = {"exercise": "images/pixels", "file": FILE, "isolation": STRONG}
    return Report(**(base | fields))


def drawn(shown: Report, *, width: int = 90, colour: bool = False, **options: Any) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, highlight=False, markup=False, emoji=False,
        _environ={},
    )  # fmt: skip
    console.print(ReportView(report=shown, title="Pixels", files={FILE: SOURCE}, **options))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def position(text: str, *pieces: str) -> list[int]:
    found = [text.find(piece) for piece in pieces]
    assert -1 not in found, (pieces[found.index(-1)], text)
    return found


def test_a_failure_is_told_before_why_it_happened_and_before_the_other_checks() -> None:
    text = drawn(report(verdicts=[PASSED, FAILED, SKIPPED], findings=[FINDING]))

    order = position(
        text, "1 of 6 points", "✗ values between 0 and 1", "expected values", "received values",
        "try      print one", "Why: Conversion", f"{FILE}:6", "❱ 6 │", "first loss 234.0",
        "Training is slow.", "divide by 255.0", "first_loss_is_huge",
        "etude explain pixels_not_scaled", "✓ 1 check passed",
    )  # fmt: skip
    assert order == sorted(order)


def test_only_the_first_finding_is_shown_unless_everything_is_asked_for() -> None:
    second = Finding(
        line=5, file=FILE, diagnosis="other", title="Second.", evidence="e", change="c"
    )
    shown = report(verdicts=[FAILED], findings=[FINDING, second])

    assert "Second." not in drawn(shown)
    assert "One more finding" in drawn(shown)
    assert "etude check --all" in drawn(shown)
    assert "Second." in drawn(shown, everything=True)


def test_a_skipped_check_is_grey_and_says_what_it_needs() -> None:
    text = drawn(report(verdicts=[PASSED, FAILED, SKIPPED]), colour=True)

    grey = [line for line in text.splitlines() if "shuffles before batching" in line]
    assert grey
    assert "\x1b[2m" in grey[0]
    assert "it needs 'range'" in text


def test_what_several_checks_wait_for_is_told_once() -> None:
    batches = replace(SKIPPED, check="batches", title="batches of 32")
    last = replace(SKIPPED, check="last", title="prefetches", received="not judged: it needs 'x'")

    text = drawn(report(verdicts=[FAILED, SKIPPED, batches, last]))

    assert "shuffles before batching (it needs 'range')" in text
    assert "batches of 32 (as above)" in text
    assert "prefetches (it needs 'x')" in text


def test_a_passed_report_says_so_first() -> None:
    assert "Passed: all 1 points." in drawn(report(verdicts=[PASSED])).splitlines()[1]


def test_an_exception_is_shown_at_the_learners_line() -> None:
    error = Error(
        type="ValueError",
        message="bad shape",
        frames=[ErrorFrame(file=FILE, line=5, function="load")],
    )
    shown = report(
        fault=Fault.LEARNER, reason=Reason.EXCEPTION, detail="ValueError: bad shape", error=error
    )

    text = drawn(shown)

    order = position(text, "stopped with ValueError", "bad shape", f"{FILE}:5", "❱ 5 │     pixels")
    assert order == sorted(order)


def test_an_exception_that_no_finding_explains_comes_with_what_to_look_at() -> None:
    error = Error(type="KeyError", message="'acc'")
    shown = report(fault=Fault.LEARNER, reason=Reason.EXCEPTION, error=error)
    explains = replace(shown, findings=[replace(FINDING, severity=Severity.ERROR)])

    assert "print the keys" in drawn(shown)
    assert "print the keys" not in drawn(explains)


def test_what_went_into_the_line_is_shown_below_it_and_to_be_looked_at() -> None:
    rows = Operand(name="rows", type="ndarray", dtype="float32", shape=[32, None])
    error = Error(
        type="ValueError",
        message="bad shape",
        frames=[ErrorFrame(file=FILE, line=5, function="load")],
        operands=[rows, Operand(name="size", type="int", value="3")],
    )
    shown = report(fault=Fault.LEARNER, reason=Reason.EXCEPTION, error=error)

    text = drawn(shown)

    position(
        text, "❱ 5 │", "rows ndarray float32 (32, None)", "size int 3", "look at what went into"
    )
    assert "print the shapes" not in text


def test_a_run_that_was_cut_off_names_the_line_it_was_at() -> None:
    where = ErrorFrame(file=FILE, line=5, function="load")
    shown = report(
        fault=Fault.LEARNER, reason=Reason.TIMEOUT, detail="stopped after 30 s", stopped_at=where
    )

    text = drawn(shown)

    position(text, "did not end in time", "stopped after 30 s", f"{FILE}:5", "try      look for")


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.EXERCISE, Reason.PROBE),
        (Fault.SYSTEM, Reason.WORKER),
        (Fault.SYSTEM, Reason.LAYER),
    ],
)
def test_a_fault_that_is_not_the_learners_is_never_told_as_theirs(
    fault: Fault, reason: Reason
) -> None:
    text = drawn(report(fault=fault, reason=reason, detail="what happened", verdicts=[SKIPPED]))

    position(" ".join(text.split()), "your file is not to blame", "what happened")
    assert "Your program" not in text


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_words(reason: Reason) -> None:
    for fault in Fault:
        assert len(drawn(report(fault=fault, reason=reason)).splitlines()) > 3


def test_what_the_learner_wrote_is_never_taken_as_markup_or_control() -> None:
    nasty = Verdict(
        check="x", title="[red]t[/red]", status=Status.FAILED, of=1, expected="\x1b]0;title\x07",
        received="a\rb\u202e", attempt="[link=x]y[/link]",
    )  # fmt: skip

    text = drawn(report(verdicts=[nasty], output="\x1b[2Jcleared \x07 :smile: [bold]b[/bold]\n"))

    position(text, "[red]t[/red]", r"\x1b]0;title\x07", r"a\x0db\u202e", "[link=x]y[/link]")
    position(text, "cleared", r"\x07", ":smile:", "[bold]b[/bold]")
    assert not set(text) & {"\x1b", "\x07", "\r", "\u202e"}


def test_progress_bars_are_shown_in_their_last_state() -> None:
    text = drawn(report(verdicts=[PASSED], output="1/2 [=>]\x08\x08\r2/2 [==] loss 0.5\nend\n"))

    position(text, "2/2 [==] loss 0.5", "end")
    assert "1/2" not in text


def test_long_output_is_cut_to_its_last_lines() -> None:
    output = "\n".join(f"line {number}" for number in range(100))

    text = drawn(report(verdicts=[PASSED], output=output))

    position(text, "the last 10 of 100 lines", "line 90", "line 99")
    assert "line 89" not in text
    assert "line 5\n" in drawn(report(verdicts=[PASSED], output=output), everything=True)


@pytest.mark.parametrize("width", [30, 60, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    shown = report(
        verdicts=[PASSED, FAILED, SKIPPED], findings=[FINDING], output="x" * 500,
        phases={"total": 1234.0}, versions={"tensorflow": "2.21.0"},
    )  # fmt: skip

    text = drawn(shown, width=width)

    assert max(len(line) for line in text.splitlines()) <= width


def test_without_a_terminal_there_is_no_colour() -> None:
    assert "\x1b" not in drawn(report(verdicts=[PASSED, FAILED], findings=[FINDING]))


def test_level_one_isolation_is_warned_about_in_one_line() -> None:
    weak = Isolation(level=1, layers={"limits": "on"})

    assert "Isolation level 1" in drawn(report(verdicts=[PASSED], isolation=weak), width=200)
    assert "Isolation level 1" not in drawn(report(verdicts=[PASSED]))


def test_times_stand_in_one_dim_last_line() -> None:
    shown = report(
        verdicts=[PASSED], phases={"total": 1250.0, "program": 40.0, "judging": 3.0},
        versions={"tensorflow": "2.21.0"},
    )  # fmt: skip

    last = drawn(shown).splitlines()[-1]

    assert last == "1.3 s in all · program 40 ms · judging 3 ms · isolation L3 · TensorFlow 2.21.0"


def test_a_hard_exit_is_found_in_the_text() -> None:
    shown = report(fault=Fault.LEARNER, reason=Reason.EXIT, detail="exit code 0")
    view = {FILE: "import os\n\nos._exit(0)\n"}
    out = io.StringIO()
    Console(file=out, width=80).print(ReportView(report=shown, files=view))

    assert f"{FILE}:3" in out.getvalue()


def drawn_with(source: str, **fields: Any) -> str:
    out = io.StringIO()
    console = Console(file=out, width=80, highlight=False, markup=False)
    console.print(ReportView(report=report(**fields), files={FILE: source}))
    return out.getvalue()


def ended_itself(source: str, stopped_at: ErrorFrame | None = None) -> str:
    return drawn_with(source, fault=Fault.LEARNER, reason=Reason.EXIT, stopped_at=stopped_at)


def test_the_recorded_line_of_an_exit_counts_more_than_what_the_text_looks_like() -> None:
    source = "import os, sys\n\ndef stop():\n    os._exit(0)\n\nsys.exit(1)\n"

    text = ended_itself(source, ErrorFrame(file=FILE, line=6, function=""))

    assert f"{FILE}:6" in text


def test_where_a_program_was_last_seen_counts_less_than_the_call_that_ends_it() -> None:
    source = "import os\n\nx = 1\nos._exit(0)\n"

    text = ended_itself(source, ErrorFrame(file=FILE, line=3, function="<module>"))

    assert f"{FILE}:4" in text


def test_an_exit_in_a_comment_or_a_string_is_none() -> None:
    source = "import os\n# never os._exit(0)\nnote = 'os.abort()'\nos.abort()\n"

    assert f"{FILE}:4" in ended_itself(source)


@pytest.mark.parametrize("separator", ["\x0c", "\x85", "\u2028", "\x1c"])
def test_lines_are_counted_as_python_counts_them(separator: str) -> None:
    source = f"a = 1  # {separator} one line\n{separator if separator == chr(12) else ''}b = 2\n"
    error = Error(type="E", message="", frames=[ErrorFrame(file=FILE, line=2, function="f")])

    text = drawn_with(source, fault=Fault.LEARNER, reason=Reason.EXCEPTION, error=error)

    marked = next(line for line in text.splitlines() if "❱ 2 │" in line)
    assert "b = 2" in marked


def test_what_went_to_the_error_stream_is_shown_with_everything() -> None:
    shown = report(verdicts=[PASSED], errors_output="careful: [b]odd[/b] rows\n")

    assert "careful" not in drawn(shown)
    position(drawn(shown, everything=True), "standard error", "careful: [b]odd[/b] rows")


def test_paths_are_shown_as_they_are_reached_from_the_current_folder() -> None:
    text = drawn(report(verdicts=[FAILED], findings=[FINDING]), place=lambda file: f"../{file}")

    assert f"../{FILE}:6" in text


def test_checks_that_passed_are_counted_until_everything_is_asked_for() -> None:
    shown = report(verdicts=[PASSED, PASSED, FAILED])

    assert "✓ 2 checks passed" in drawn(shown)
    assert "defines load()" not in drawn(shown)
    assert drawn(shown, everything=True).count("✓ defines load()") == 2
    assert "✓ defines load()" in drawn(report(verdicts=[PASSED]))


def test_where_there_is_little_room_failure_and_cause_are_shown_and_the_rest_is_left_out() -> None:
    shown = report(verdicts=[PASSED, FAILED], findings=[FINDING], output="printed\n" * 30)

    text = drawn(shown, height=20)

    position(text, "✗ values between 0 and 1", "Why: Conversion", "did not fit")
    assert "printed" not in text
    assert "printed" in drawn(shown, height=80)


def test_the_marked_line_is_shown_whole_however_narrow_it_is() -> None:
    text = drawn(report(verdicts=[FAILED], findings=[FINDING]), width=40)

    code = "".join(line.rpartition("│")[2].strip() for line in text.splitlines())
    assert "tf.float32)" in code.replace(" ", "").replace("\n", "")
