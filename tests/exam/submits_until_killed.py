"""Saves, submits and marks until killed, again and again, and acknowledges each; see its test.

Arguments: an empty folder, number of rounds. Each round is a child that is killed without warning;
then every acknowledged submission must be there, with the bytes that were handed in.
"""

import hashlib
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from small_questions import answer, write_questions

from etude.app.exam.begin import Beginning, begin
from etude.app.exam.clocks import read_clocks
from etude.app.exam.exam import Exam
from etude.app.exam.look import enter, look
from etude.app.exam.mark import mark_waiting
from etude.app.exam.submit import submit
from etude.catalog.blueprints import read_blueprint
from etude.catalog.data import public_data
from etude.catalog.exercises import read_exercise
from etude.domain.sitting import Allowances, Sitting
from etude.sandbox.fake import FakeSandbox
from etude.store.blobs import FolderBlobs
from etude.store.engine import sqlite_url
from etude.store.sql import SqlStore

ROUNDS_A_SITTING = 25


def main(folder: Path, rounds: int) -> None:
    rng = random.Random(0)
    write_questions(folder / "questions")
    acknowledged = marked = 0
    for first in range(0, rounds, ROUNDS_A_SITTING):
        sitting = begin_sitting(folder, f"learner{first}")
        told: list[str] = []
        for number in range(first, min(first + ROUNDS_A_SITTING, rounds)):
            told += _killed_round(folder, sitting, number, after=rng.uniform(0.0, 0.3))
            _assert_all_there(folder, sitting, told)
        marked += _mark_the_rest(folder, sitting)
        acknowledged += len(told)
    print(acknowledged, marked)


def open_again(folder: Path, learner: str) -> Exam:
    """As a process of its own would open it."""
    found = (read_exercise(path.parent) for path in folder.glob("questions/*/*/exercise.toml"))
    sandbox = FakeSandbox(answer)
    return Exam(
        learner=learner,
        store=SqlStore(sqlite_url(folder / "attempts.db")),
        blobs=FolderBlobs(folder / "blobs"),
        blueprints={},
        questions={question.id: question for question in found},
        read_clocks=read_clocks,
        sandbox=lambda: sandbox,
    )


def begin_sitting(folder: Path, learner: str) -> Sitting:
    """A sitting of a learner who has none yet."""
    exam = open_again(folder, learner)
    beginning = Beginning(
        blueprint=read_blueprint(folder / "questions/blueprints/small.toml"),
        workspace=folder / learner,
        seed=1,
        id=learner,
        allowances=Allowances(),
    )
    sitting = begin(exam, beginning, public_data=public_data)
    exam.store.close()
    return sitting


def _killed_round(folder: Path, sitting: Sitting, number: int, *, after: float) -> list[str]:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        _work_for_ever(folder, sitting, number, lambda line: os.write(writer, line.encode()))
    os.close(writer)
    with os.fdopen(reader) as told:
        first = [told.readline()] if number % 4 else []  # every fourth is killed as it begins
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return "".join([*first, told.read()]).splitlines()


def _work_for_ever(
    folder: Path, sitting: Sitting, number: int, tell: Callable[[str], object]
) -> None:
    exam = open_again(folder, sitting.learner)
    where = Path(sitting.workspace) / f"1_{sitting.paper.items[0].topic}"
    for count in range(1_000_000):
        model = f"{count % 6}".rjust(1 + number % 3, "0") + "\n" * (number * 7 + count)
        (where / "model.keras").write_text(model)
        (where / "notes.py").write_text(f"x = {number}, {count}\n" * 50)
        enter(exam, sitting)
        event = submit(exam, sitting, 1).event
        tell(f"{event.number} {hashlib.sha256(model.encode()).hexdigest()}\n")
        if count % 3 == 2:
            mark_waiting(exam, sitting)


def _assert_all_there(folder: Path, sitting: Sitting, told: list[str]) -> None:
    exam = open_again(folder, sitting.learner)
    events = {event.number: event for event in exam.store.sitting_events(sitting.id)}
    for line in told:
        number, digest = line.split()
        kept = events[int(number)].files["model.keras"]
        assert kept == digest, f"event {number} holds {kept}, and {digest} was acknowledged"
    for event in events.values():
        for digest in event.files.values():
            exam.blobs.get(digest)  # proves that they are the bytes of that name
    exam.store.close()


def _mark_the_rest(folder: Path, sitting: Sitting) -> int:
    """What was submitted and not marked when its process was killed."""
    exam = open_again(folder, sitting.learner)
    mark_waiting(exam, sitting)
    submissions = look(exam, sitting).questions[1].submissions
    assert all(len(handed.marks) == 1 for handed in submissions)
    exam.store.close()
    return len(submissions)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
