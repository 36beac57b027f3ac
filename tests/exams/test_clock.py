"""The clock of a sitting: what counts, and what is said of the machine's clocks."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from making_sittings import Story, make_sitting, reading

from etude.domain.sitting import SittingDeed
from etude.exams.clock import ClockNews, passed
from etude.exams.state import Phase

HOUR = 3600.0
seconds = st.floats(min_value=0, max_value=48 * HOUR)
settings_of_the_clock = st.floats(min_value=-72 * HOUR, max_value=72 * HOUR)


@given(seconds, settings_of_the_clock)
def test_within_one_start_the_system_clock_counts_for_nothing(gone: float, set_by: float) -> None:
    counted = passed(reading(0), reading(gone, set_by=set_by))

    assert abs(counted.seconds - gone) < 1e-3


@given(seconds, settings_of_the_clock)
def test_a_changed_system_clock_is_told_with_by_how_much(gone: float, set_by: float) -> None:
    note = passed(reading(0), reading(gone, set_by=set_by)).note

    if abs(set_by) < 4.9:
        assert note is None
    elif abs(set_by) > 5.1:
        assert note is not None
        assert note.news is ClockNews.CHANGED
        assert abs(note.seconds - set_by) < 1e-3


@given(seconds, settings_of_the_clock, st.floats(min_value=0, max_value=1e6))
def test_across_a_restart_the_system_clock_counts_and_never_backwards(
    gone: float, set_by: float, up: float
) -> None:
    counted = passed(reading(0), reading(gone, set_by=set_by, boot="two", up=up))

    assert abs(counted.seconds - max(0.0, gone + set_by)) < 1e-3
    assert counted.note is not None


@given(st.lists(st.tuples(seconds, settings_of_the_clock), min_size=1, max_size=20))
def test_any_readings_between_change_nothing(steps: Sequence[tuple[float, float]]) -> None:
    at = 0.0
    story = Story(make_sitting(extra_minutes=10**6))
    for gone, set_by in steps:
        at += gone
        story.tell(SittingDeed.CLOCK, reading(at, set_by=set_by))

    assert abs(story.at(at).elapsed - at) < 1e-2


@given(
    st.lists(
        st.tuples(seconds, settings_of_the_clock, st.sampled_from(["one", "two", "", "three"])),
        max_size=20,
    )
)
def test_time_never_runs_backwards_whatever_the_clocks_show(
    steps: Sequence[tuple[float, float, str]],
) -> None:
    story = Story()
    elapsed = [0.0]
    for at, set_by, boot in steps:
        story.tell(SittingDeed.CLOCK, reading(at, set_by=set_by, boot=boot))
        elapsed.append(story.at(story.events[-1].reading).elapsed)

    assert elapsed == sorted(elapsed)


def test_sleep_counts() -> None:
    asleep = passed(reading(0), reading(2 * HOUR))

    assert (asleep.seconds, asleep.note) == (2 * HOUR, None)


def test_two_processes_that_write_in_the_other_order_are_no_restart() -> None:
    crossed = passed(reading(10.02, boot=""), reading(10.0, boot=""))

    assert (crossed.seconds, crossed.note) == (0.0, None)


def test_where_starts_have_no_id_a_smaller_monotonic_clock_tells_a_restart() -> None:
    restarted = passed(reading(HOUR, boot=""), reading(HOUR + 60, boot="", up=HOUR))

    assert restarted.seconds == 60
    assert restarted.note is not None


def test_pauses_do_not_count() -> None:
    story = Story()
    story.tell(SittingDeed.PAUSED, 600)
    story.tell(SittingDeed.RESUMED, 600 + 5 * HOUR)

    state = story.at(700 + 5 * HOUR)

    assert (state.phase, state.elapsed, state.remaining) == (Phase.RUNNING, 700, 2900)
    assert (state.pauses, state.paused_seconds) == (1, 5 * HOUR)


def test_extra_minutes_are_minutes_more() -> None:
    story = Story(make_sitting(extra_minutes=15))

    assert story.at(3600).remaining == 900


def test_time_is_up_at_the_end_and_stands_still_when_finished() -> None:
    story = Story()
    over = story.at(3600)
    story.tell(SittingDeed.FINISHED, 3700, detail={"by": "time"})

    later = story.at(9000)

    assert (over.phase, over.remaining) == (Phase.OVER, 0)
    assert (later.phase, later.elapsed, later.finished_by) == (Phase.FINISHED, 3600, "time")


def test_files_count_until_the_moment_when_time_was_up() -> None:
    story = Story()
    story.tell(SittingDeed.CLOCK, 3000)

    ends = story.at(7200).ends_at

    assert ends == reading(3600).wall


def test_of_two_moments_when_the_clock_was_set_the_earlier_counts() -> None:
    story = Story()

    forward = story.at(reading(7200, set_by=HOUR)).ends_at
    back = story.at(reading(7200, set_by=-HOUR)).ends_at

    assert (forward, back) == (reading(3600).wall, reading(0).wall)


def test_events_after_the_end_do_not_move_it() -> None:
    story = Story()
    story.submit(1, 3000)
    story.submit(2, 7200)

    assert story.at(9000).ends_at == reading(3600).wall


def test_a_paused_sitting_has_no_end_yet() -> None:
    story = Story()
    story.tell(SittingDeed.PAUSED, 600)

    state = story.at(99999)

    assert (state.phase, state.ends_at, state.remaining) == (Phase.PAUSED, None, 3000)
