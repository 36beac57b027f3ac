"""What was acknowledged is kept, whatever happens at whichever moment."""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from small_questions import write_questions
from submits_until_killed import begin_sitting, open_again

from etude.app.exam.exam import Exam
from etude.app.exam.look import look
from etude.app.exam.save import save
from etude.app.exam.submit import submit
from etude.domain.sitting import Sitting, SittingEvent
from etude.store.blobs import FolderBlobs
from etude.store.memory import MemoryStore

HERE = Path(__file__).parent


@pytest.mark.slow
def test_every_acknowledged_submission_survives_two_hundred_kills(tmp_path: Path) -> None:
    command = [sys.executable, "submits_until_killed.py", str(tmp_path), "200"]

    done = subprocess.run(command, capture_output=True, text=True, cwd=HERE, timeout=600)

    assert done.returncode == 0, done.stderr
    acknowledged, marked = map(int, done.stdout.split())
    assert marked >= acknowledged >= 200


def test_processes_at_once_write_one_after_the_other(tmp_path: Path) -> None:
    write_questions(tmp_path / "questions")
    sitting = begin_sitting(tmp_path, "ann")
    (Path(sitting.workspace) / "1_regression" / "model.keras").write_text("4")
    command = [sys.executable, "submits_often.py", str(tmp_path), "ann", "5"]
    together = [subprocess.Popen(command, cwd=HERE) for _ in range(3)]

    assert [process.wait(timeout=120) for process in together] == [0, 0, 0]

    exam = open_again(tmp_path, "ann")
    events = exam.store.sitting_events(sitting.id)
    assert [event.number for event in events] == list(range(1, len(events) + 1))
    state = look(exam, sitting)
    assert len(state.questions[1].submissions) == 15
    assert len(state.questions[1].saves) == 1
    exam.store.close()


def test_bytes_are_on_the_disk_before_a_submission_is_written(
    exam: Exam, sitting: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Path(sitting.workspace) / "1_regression" / "model.keras"
    model.write_text("4")
    done: list[str] = []
    sync, add = os.fsync, MemoryStore.add_sitting_event

    def noted_sync(handle: int) -> None:
        done.append("synced")
        sync(handle)

    def noted_add(store: MemoryStore, event: SittingEvent) -> bool:
        done.append(str(event.deed))
        return add(store, event)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(MemoryStore, "add_sitting_event", noted_add)
    submit(replace(exam, blobs=FolderBlobs(tmp_path / "blobs")), sitting, 1)

    assert done.count("submitted") == 1
    assert done[-1] == "submitted"
    assert done.count("synced") >= 4  # program and model, each with the folder's names


def test_commands_at_once_write_one_after_the_other(exam: Exam, sitting: Sitting) -> None:
    (Path(sitting.workspace) / "1_regression" / "model.keras").write_text("4")
    threads = [threading.Thread(target=submit, args=(exam, sitting, 1)) for _ in range(8)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    events = exam.store.sitting_events(sitting.id)
    assert [event.number for event in events] == list(range(1, 10))
    assert len(look(exam, sitting).questions[1].submissions) == 8


def test_two_processes_that_notice_the_same_save_keep_it_once(exam: Exam, sitting: Sitting) -> None:
    (Path(sitting.workspace) / "1_regression" / "notes.py").write_text("x = 1\n")
    threads = [threading.Thread(target=save, args=(exam, sitting)) for _ in range(8)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(look(exam, sitting).questions[1].saves) == 1
