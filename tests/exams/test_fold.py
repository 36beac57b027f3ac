"""Events of a sitting may be folded in any number of steps, and looking changes nothing."""

from hypothesis import given
from hypothesis import strategies as st
from making_sittings import Story, make_sitting, reading

from etude.domain.sitting import SittingDeed
from etude.exams.state import Fold, Phase


def eventful() -> Story:
    story = Story(make_sitting(pauses=True))
    story.tell(SittingDeed.SAVED, 10, 1, files={"a.py": "1"})
    story.submit(1, 60, mark=3)
    story.tell(SittingDeed.PAUSED, reading(90))
    story.tell(SittingDeed.RESUMED, reading(400))
    story.tell(SittingDeed.SAVED, reading(420, set_by=3600), 1, files={"a.py": "2"})
    story.submit(1, 500, mark=5)
    story.tell(SittingDeed.FINISHED, 600)
    story.tell(SittingDeed.APPEALED, 700, 1, detail={"why": "it is right"})
    return story


EVENTS = len(eventful().events)


@given(st.integers(1, EVENTS), st.integers(1, EVENTS), st.floats(0, 10_000))
def test_folded_in_steps_it_is_the_same(first: int, second: int, now: float) -> None:
    story, (first, second) = eventful(), sorted((first, second))

    fold = Fold(story.sitting, story.events[:first])
    fold = fold.and_then(story.events[first:second]).and_then(story.events[second:])

    assert fold.state(reading(now)) == story.at(now)


@given(st.integers(1, EVENTS - 1), st.floats(0, 10_000))
def test_looking_and_going_on_change_nothing(known: int, now: float) -> None:
    story = eventful()
    fold = Fold(story.sitting, story.events[:known])
    before = fold.state(reading(0))

    fold.state(reading(now))
    fold.and_then(story.events[known:])

    assert fold.events == known
    assert fold.state(reading(0)) == before


def test_an_appeal_belongs_to_its_question_and_starts_no_clock() -> None:
    state = eventful().at(10_000)

    assert [event.detail["why"] for event in state.questions[1].appeals] == ["it is right"]
    assert state.phase is Phase.FINISHED
