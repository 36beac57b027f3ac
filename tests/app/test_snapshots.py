"""What there is to see of a run while it goes on, for readers in any process."""

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from etude.app.run_log import RunLog, RunLogs, RunReader, RunWriter
from etude.app.snapshots import SEEN, Frame, Snapshots, snapshot_of

EPOCH: Frame = {"kind": "epoch", "fit": 0, "epoch": 0, "logs": {"loss": 1.0}}


@pytest.fixture
def log(tmp_path: Path) -> RunLog:
    return RunLogs(folder=tmp_path).begin(now=datetime.now(UTC))


def counted(frames: Sequence[Frame]) -> bytes:
    return str(len(frames)).encode()


def snapshots(log: RunLog, make: Any = counted, *, pause: float = 0.0) -> Snapshots:
    return Snapshots(log, RunWriter(log), make, pause=pause)


def told(log: RunLog) -> list[str]:
    return [event.event for event in RunReader(log).read()]


def test_a_snapshot_holds_all_that_was_heard_and_is_told(log: RunLog) -> None:
    made = snapshots(log)
    made.hear(EPOCH)
    made.hear(EPOCH)

    made.look()

    assert snapshot_of(log) == b"2"
    assert told(log) == [SEEN]


def test_without_anything_new_nothing_is_made(log: RunLog) -> None:
    made = snapshots(log)
    made.hear(EPOCH)

    for _ in range(3):
        made.look()

    assert told(log) == [SEEN]


def test_output_and_single_calls_are_not_worth_a_picture(log: RunLog) -> None:
    made = snapshots(log)
    made.hear({"kind": "where", "line": 3})
    made.hear({"kind": "call", "name": "predict", "arguments": {}})

    made.look()

    assert snapshot_of(log) is None


def test_the_names_of_classes_are_worth_one(log: RunLog) -> None:
    made = snapshots(log)
    made.hear({"kind": "call", "name": "folder", "arguments": {"class_names": ["a"]}})

    made.look()

    assert snapshot_of(log) == b"1"


def test_between_two_snapshots_there_is_a_pause(log: RunLog) -> None:
    made = snapshots(log, pause=60.0)
    made.hear(EPOCH)
    made.look()
    made.hear(EPOCH)

    made.look()

    assert snapshot_of(log) == b"1"


def test_looking_takes_a_small_part_of_the_time(log: RunLog) -> None:
    def slowly(frames: Sequence[Frame]) -> bytes:
        time.sleep(0.05)
        return counted(frames)

    made = snapshots(log, slowly)
    until = time.monotonic() + 0.6
    while time.monotonic() < until:
        made.hear(EPOCH)
        made.look()

    assert 1 <= len(told(log)) <= 2


def test_what_cannot_be_shown_leaves_the_last_picture(log: RunLog) -> None:
    made = snapshots(log, lambda frames: counted(frames) if len(frames) == 1 else None)
    made.hear(EPOCH)
    made.look()
    made.hear({"kind": "batch"})

    made.look()

    assert snapshot_of(log) == b"1"


def test_after_the_last_one_nothing_follows(log: RunLog) -> None:
    made = snapshots(log)
    made.close(b"the end")
    made.hear(EPOCH)

    made.look()

    assert snapshot_of(log) == b"the end"
    assert told(log) == [SEEN]
