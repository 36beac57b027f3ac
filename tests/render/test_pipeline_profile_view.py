"""A pipeline's profile as a person sees it."""

import io
from typing import Any

import pytest
from rich.console import Console

from etude.domain.listing import Listing, Part
from etude.domain.profile import Change, PipelineProfile, StageCost, TriedChange
from etude.render.pipeline_profile import PipelineProfileView, bar, duration, per_second, size
from etude.render.quotes import Quotes

SOURCE = """\
import tensorflow as tf
files = tf.data.Dataset.list_files("*.jpg")
data = files.map(load).batch(32)
"""
STAGES = [
    StageCost(op="list_files", line=2, seconds=4e-6, share=0.01),
    StageCost(op="map", line=3, seconds=6.9e-4, share=0.99),
    StageCost(op="repeat", line=3, note="costs nothing"),
]
RESIZE = TriedChange(
    change=Change.RESIZE_ONCE, lines=[1, 3], before=1430.0, after=2560.0, won=1.0,
    difference=4.5, span=255.0, detail="128 x 128",
)  # fmt: skip
PREFETCH = TriedChange(change=Change.PREFETCH, lines=[3], refused="the step's time is not known")


def profile(**fields: Any) -> PipelineProfile:
    base: dict[str, Any] = {
        "stages": STAGES, "examples_per_second": 1430.0, "examples_per_step": 32,
        "changes": [PREFETCH, RESIZE],
    }  # fmt: skip
    return PipelineProfile(**(base | fields))


def _view(shown: PipelineProfile) -> PipelineProfileView:
    listing = Listing([Part(name="train.py", first=1, text=SOURCE)])
    quotes = Quotes(texts={"train.py": SOURCE})
    return PipelineProfileView(profile=shown, listing=listing, quotes=quotes)


def drawn(shown: PipelineProfile, *, width: int = 100) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, highlight=False, markup=False, _environ={})
    console.print(_view(shown))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def test_stages_come_first_then_the_change_that_helps_most_then_the_others() -> None:
    text = drawn(profile())

    pieces = [
        "1,430 examples/s", "list_files", "690 µs", "99%", "costs nothing",
        "What helps most: resize once", "train.py:3", "❱ 3 │ data = files",
        "straight to the last size; 128 x 128", "1,430 → 2,560 examples/s, 1.8 times as fast",
        "1.8% of their range", "Also tried", "prefetch", "the step's time is not known",
    ]  # fmt: skip
    found = [text.find(piece) for piece in pieces]
    assert -1 not in found, (pieces[found.index(-1)], text)
    assert found == sorted(found)


def test_the_bottleneck_is_told_with_both_times() -> None:
    text = drawn(profile(step_seconds=0.03))

    assert "Input is the bottleneck: a batch takes 22.4 ms to prepare, a training step" in text
    assert "30.0 ms" in text


def test_where_computing_limits_nobody_is_sent_to_mend_the_pipeline() -> None:
    text = drawn(profile(step_seconds=0.3))

    assert "Computing is the bottleneck" in text
    assert "would hardly shorten the training" in text


def test_without_a_step_time_nothing_is_said_of_the_bottleneck() -> None:
    assert "bottleneck" not in drawn(profile())


def test_a_change_that_does_not_help_is_not_recommended() -> None:
    text = drawn(profile(changes=[PREFETCH]))

    assert "No change that was tried makes it faster." in text
    assert "What helps most" not in text


def test_a_pipeline_that_was_not_run_says_why() -> None:
    text = drawn(PipelineProfile(unmeasured="a generator may be used up by looking at it"))

    assert text.splitlines() == [
        "The input pipeline was not measured",
        "  a generator may be used up by looking at it",
    ]


def test_a_cache_is_told_with_both_epochs_and_its_memory() -> None:
    cache = TriedChange(
        change=Change.CACHE, before=700.0, after=35700.0, won=1.0,
        bytes_needed=78_600_000, lines=[3],
    )  # fmt: skip
    text = drawn(profile(first_epoch=700.0, examples_per_second=20000.0, changes=[cache]))

    assert "20,000 examples/s, 700 in the first epoch" in text
    assert "78.6 MB for all data" in text


def test_texts_of_others_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in drawn(PipelineProfile(unmeasured="\x1b[2Jgone"))


@pytest.mark.parametrize("width", [40, 60, 200])
def test_it_fits_any_width(width: int) -> None:
    assert max(len(line) for line in drawn(profile(), width=width).splitlines()) <= width


@pytest.mark.parametrize(
    ("seconds", "told"), [(1.25, "1.25 s"), (0.0224, "22.4 ms"), (3.1e-6, "3.10 µs"), (0, "0 µs")]
)
def test_durations(seconds: float, told: str) -> None:
    assert duration(seconds) == told


def test_rates_and_sizes() -> None:
    assert [per_second(1430.4), per_second(12.34)] == ["1,430", "12.3"]
    assert [size(78_600_000), size(12)] == ["78.6 MB", "12.0 bytes"]


def test_a_small_share_is_still_seen() -> None:
    assert [len(bar(share)) for share in (0.0, 0.001, 0.5, 1.0)] == [0, 1, 10, 20]


@pytest.mark.parametrize("change", list(Change))
def test_every_change_has_words(change: Change) -> None:
    tried = TriedChange(change=change, before=1.0, after=2.0, won=1.0)

    assert "change   " in drawn(profile(changes=[tried]))
