"""The room keeps what is saved, shows the clock, warns, and ends when time is up."""

import queue
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from moved_clocks import Clocks

from etude.app.exam.exam import Exam
from etude.app.exam.look import look
from etude.app.exam.room import Changed, Left, Noticed, Room, RoomEvent, Watching
from etude.app.exam.settle import finish
from etude.domain.sitting import Sitting, SittingDeed
from etude.exams.state import Phase, SittingState
from etude.store.blobs import MemoryBlobs
from etude.store.port import StoreProblem

Step = Callable[[], RoomEvent | None]


class Story:
    """A screen that, each time it shows the clock, goes one step on."""

    def __init__(self, exam: Exam, sitting: Sitting) -> None:
        self.exam = exam
        self.sitting = sitting
        self.events: queue.Queue[RoomEvent] = queue.Queue()
        self.seconds = 0.0
        self.told: list[str] = []
        self._steps: list[Step] = []

    def stay(self, *steps: Step) -> SittingState:
        self._steps = [*steps, Left]
        self.events.put(Noticed("in"))
        room = Room(self.exam, self.sitting, self, self.events, seconds=self._second)
        return room.stay()

    def clock(self, state: SittingState) -> None:
        event = self._steps.pop(0)() if self._steps else Left()
        self.events.put(event if event is not None else Noticed(""))

    def kept(self, numbers: Sequence[int]) -> None:
        self.told.append(f"kept {list(numbers)}")

    def warning(self, minutes: int) -> None:
        self.told.append(f"{minutes} minutes")

    def notice(self, text: str) -> None:
        self.told += [text] if text else []

    def _second(self) -> float:
        self.seconds += 1.0
        return self.seconds


@pytest.fixture
def story(exam: Exam, sitting: Sitting) -> Story:
    return Story(exam, sitting)


def folder(sitting: Sitting, number: int) -> Path:
    (found,) = Path(sitting.workspace).glob(f"{number}_*")
    return found


def saves(story: Story, number: int, name: str, text: str) -> Step:
    def step() -> RoomEvent:
        path = folder(story.sitting, number) / name
        path.write_text(text)
        return Changed(frozenset({path}))

    return step


def passes(clocks: Clocks, minutes: float) -> Step:
    return lambda: clocks.pass_minutes(minutes)


def test_every_save_is_kept(story: Story) -> None:
    steps = [saves(story, 2, "notes.py", f"x = {number}\n") for number in range(3)]

    story.stay(*steps)

    kept = look(story.exam, story.sitting).questions[2].saves
    assert [story.exam.blobs.get(one.files["notes.py"]) for one in kept] == [
        b"x = 0\n",
        b"x = 1\n",
        b"x = 2\n",
    ]
    assert story.told.count("kept [2]") == 3


def test_what_was_saved_before_the_watch_began_is_kept_and_told(story: Story) -> None:
    def writes_unnoticed() -> RoomEvent:
        (folder(story.sitting, 3) / "notes.py").write_text("y = 1\n")
        return Watching()

    story.stay(writes_unnoticed, lambda: None)

    assert story.told.count("kept [3]") == 1


def test_what_was_saved_before_the_room_was_entered_is_kept_and_told(story: Story) -> None:
    (folder(story.sitting, 2) / "notes.py").write_text("y = 1\n")

    story.stay(lambda: None)

    assert "kept [2]" in story.told


def test_a_model_that_is_written_again_and_again_is_kept_when_it_is_quiet(story: Story) -> None:
    steps = [saves(story, 1, "model.keras", str(number)) for number in range(6)]

    story.stay(*steps, lambda: None, lambda: None)

    kept = look(story.exam, story.sitting).questions[1].saves
    assert story.exam.blobs.get(kept[-1].files["model.keras"]) == b"5"
    assert len(kept) < 6


def test_warnings_come_once_at_fifteen_and_at_five_minutes(story: Story, clocks: Clocks) -> None:
    story.stay(*(passes(clocks, 1) for _ in range(58)))

    assert [told for told in story.told if "minutes" in told] == ["15 minutes", "5 minutes"]


def test_who_comes_late_is_warned_of_the_nearest_only(story: Story, clocks: Clocks) -> None:
    clocks.pass_minutes(57)

    story.stay(lambda: None)

    assert [told for told in story.told if "minutes" in told] == ["5 minutes"]


def test_when_time_is_up_the_room_closes_and_what_was_there_is_submitted(
    story: Story, clocks: Clocks
) -> None:
    state = story.stay(saves(story, 1, "model.keras", "4"), passes(clocks, 61))

    assert (state.phase, state.finished_by) == (Phase.FINISHED, "time")
    assert [handed.by_time for handed in state.questions[1].submissions] == [True]


def test_what_another_process_finishes_closes_the_room(story: Story) -> None:
    def finishes() -> None:
        finish(story.exam, story.sitting)

    assert story.stay(finishes, lambda: None).finished_by == "candidate"


def test_leaving_keeps_what_is_there_and_the_sitting_goes_on(story: Story) -> None:
    def writes() -> RoomEvent:
        (folder(story.sitting, 3) / "notes.py").write_text("y = 1\n")
        return Left()

    state = story.stay(writes)

    assert state.phase is Phase.RUNNING
    assert len(state.questions[3].saves) == 1


def test_the_clocks_are_noted_about_once_a_minute(story: Story) -> None:
    story.stay(*(lambda: None for _ in range(100)))

    events = story.exam.store.sitting_events(story.sitting.id)
    noted = [event for event in events if event.deed is SittingDeed.CLOCK]
    assert 2 <= len(noted) <= 8


def test_a_full_disk_is_told_and_the_clock_goes_on(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: MemoryBlobs, content: bytes) -> str:
        raise StoreProblem("the disk is full")

    monkeypatch.setattr(MemoryBlobs, "put", full)
    step = saves(story, 2, "notes.py", "x = 1\n")

    state = story.stay(step, lambda: None)

    assert state.phase is Phase.RUNNING
    assert "the disk is full" in story.told
