"""A journal that was read is not read again, and what others write in it is seen all the same."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from etude.app.exam.exam import Exam
from etude.app.exam.folds import Folds
from etude.app.exam.look import look, note_time
from etude.domain.sitting import Sitting, SittingEvent
from etude.store.memory import MemoryStore


class NotingStore(MemoryStore):
    """Notes how many events it had to read out."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[int] = []

    def sitting_events(self, sitting_id: str, *, after: int = 0) -> Sequence[SittingEvent]:
        found = super().sitting_events(sitting_id, after=after)
        self.read.append(len(found))
        return found


@pytest.fixture
def store() -> NotingStore:
    return NotingStore()


@pytest.fixture
def exam(exam: Exam, store: NotingStore) -> Exam:
    return replace(exam, store=store)


def test_only_what_is_new_is_read(exam: Exam, sitting: Sitting, store: NotingStore) -> None:
    look(exam, sitting)
    note_time(exam, sitting)
    store.read.clear()

    looks = [look(exam, sitting).events for _ in range(3)]

    assert looks == [2, 2, 2]
    assert store.read == [1, 0, 0]


def test_what_another_process_writes_is_seen(exam: Exam, sitting: Sitting) -> None:
    before = look(exam, sitting).events
    note_time(replace(exam, folds=Folds()), sitting)

    assert look(exam, sitting).events == before + 1


def test_two_that_write_at_once_write_one_after_the_other(exam: Exam, sitting: Sitting) -> None:
    other = replace(exam, folds=Folds())
    for _ in range(3):
        look(exam, sitting)
        note_time(other, sitting)
        note_time(exam, sitting)

    assert look(exam, sitting).events == look(other, sitting).events == 7
