"""What there is to say of a sitting itself: extra time, pauses, and what the clocks did."""

from collections.abc import Iterator, Sequence

from etude.exams.clock import ClockNews, ClockNote
from etude.exams.durations import clock_words
from etude.exams.state import SittingState


def notes_of(state: SittingState) -> Sequence[str]:
    """One sentence for each."""
    return [*_allowances(state), *map(clock_note, state.notes)]


def clock_note(note: ClockNote) -> str:
    """What the machine's clocks did, in words."""
    when = f"{note.at.astimezone():%H:%M}"
    by = clock_words(abs(note.seconds))
    if note.news is ClockNews.CHANGED:
        way = "back" if note.seconds < 0 else "forward"
        return f"{when}: the system clock was set {way} by {by}; this did not count."
    if note.news is ClockNews.RESTARTED:
        return f"{when}: the machine was restarted; {by} went by, by the system clock."
    return (
        f"{when}: the machine was restarted, and its system clock was {by} behind; the time in "
        "between could not be told and did not count."
    )


def _allowances(state: SittingState) -> Iterator[str]:
    extra = state.sitting.allowances.extra_minutes
    if extra:
        yield f"It was given {extra} minutes extra."
    if state.pauses:
        pauses = "once" if state.pauses == 1 else f"{state.pauses} times"
        yield f"It was paused {pauses}, for {clock_words(state.paused_seconds)}."
