"""Rules, durations and notes, in words."""

from datetime import datetime

import pytest
from making_sittings import SMALL, Story, make_sitting, reading

from etude.domain.sitting import Allowances, SittingDeed
from etude.exams.durations import clock_words, duration_words
from etude.exams.notes import notes_of
from etude.exams.rules import rules


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(300, "5 h"), (45, "45 min"), (65, "1 h 5 min"), (0, "0 min"), (0.2, "1 min"), (59.5, "1 h")],
)
def test_durations_are_told_in_hours_and_minutes(minutes: float, words: str) -> None:
    assert duration_words(minutes) == words


@pytest.mark.parametrize(("seconds", "words"), [(0, "0:00:00"), (14709.9, "4:05:09")])
def test_clocks_show_hours_minutes_and_seconds(seconds: float, words: str) -> None:
    assert clock_words(seconds) == words


def test_the_rules_tell_time_pauses_and_the_pass_mark() -> None:
    plain = " ".join(rules(SMALL, Allowances()))
    other = " ".join(rules(SMALL, Allowances(extra_minutes=15, pauses=True)))

    assert "You have 1 h." in plain
    assert "The clock cannot be stopped." in plain
    assert "70 of 100" in plain
    assert "You have 1 h 15 min, 15 of these minutes extra." in other
    assert "pauses are recorded" in other


def test_the_notes_tell_extra_time_pauses_and_what_the_clocks_did() -> None:
    story = Story(make_sitting(extra_minutes=10, pauses=True))
    story.tell(SittingDeed.PAUSED, 60)
    story.tell(SittingDeed.RESUMED, 120)
    story.tell(SittingDeed.CLOCK, reading(180, set_by=-3600))
    story.tell(SittingDeed.CLOCK, reading(300, boot="two", up=10))
    story.tell(SittingDeed.CLOCK, reading(360, set_by=-7200, boot="three"))

    notes = notes_of(story.at(reading(400, set_by=-7200, boot="three")))

    assert notes[:2] == ["It was given 10 minutes extra.", "It was paused once, for 0:01:00."]
    assert [note.split(": ", 1)[1] for note in notes[2:]] == [
        "the system clock was set back by 1:00:00; this did not count.",
        "the machine was restarted; 1:02:00 went by, by the system clock.",
        "the machine was restarted, and its system clock was 1:59:00 behind; the time in between "
        "could not be told and did not count.",
    ]
    assert all(datetime.strptime(note[:5], "%H:%M") for note in notes[2:])
