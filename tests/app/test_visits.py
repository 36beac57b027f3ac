"""Visits to the doctor, followed from another process."""

import os
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from etude.app.run_log import LOST_AFTER
from etude.app.visits import KEPT, Visits
from etude.domain.checkup import Checkup, End, Kind

MODEL = {"key": "1", "kind": "sequential"}
FIT = {"kind": "fit", "index": 0, "model": MODEL, "train": {"role": "fit", "kind": "arrays"}}
EPOCH = {"kind": "epoch", "fit": 0, "epoch": 0, "logs": {"loss": 2.0}}
TARGET = Path("train.py")


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def visits(tmp_path: Path) -> Visits:
    return Visits(state=tmp_path)


def eventually(ask: Callable[[], Any]) -> Any:
    until = time.monotonic() + 10
    while not (answer := ask()):
        assert time.monotonic() < until
        time.sleep(0.01)
    return answer


def test_an_epoch_is_seen_while_the_program_runs(visits: Visits) -> None:
    with visits.watched(TARGET, Kind.SCRIPT, now=now()) as watched:
        watched.hear(FIT)
        watched.hear(EPOCH)

        (told,) = visits.newest_first(now=now())
        seen = eventually(lambda: visits.newest_first(now=now())[0].checkup)

    assert told.running
    assert told.begun.target == "train.py"
    assert seen.fits[0].series("loss") == [2.0]


def test_the_result_stays_when_it_has_ended(visits: Visits) -> None:
    with visits.watched(TARGET, Kind.SCRIPT, now=now()) as watched:
        watched.hear(FIT)
        watched.tell(Checkup(target="train.py", kind=Kind.SCRIPT, end=End.RAISED, seconds=3.0))

    (told,) = visits.newest_first(now=now())
    assert not told.running
    assert told.checkup is not None
    assert (told.checkup.end, told.checkup.seconds) == (End.RAISED, 3.0)


def test_a_program_that_raises_ends_the_visit(visits: Visits) -> None:
    with (
        pytest.raises(RuntimeError),
        visits.watched(TARGET, Kind.SCRIPT, now=now()),
    ):
        raise RuntimeError

    assert not visits.newest_first(now=now())[0].running


def test_a_visit_that_gives_no_sign_of_life_was_cut_off(visits: Visits) -> None:
    log = visits.logs.begin(now=now())
    long_ago = time.time() - LOST_AFTER.total_seconds() - 5
    os.utime(log.path, (long_ago, long_ago))

    (told,) = visits.newest_first(now=now())

    assert (told.running, told.lost) == (False, True)


def test_only_the_newest_are_kept(visits: Visits) -> None:
    for minute in range(KEPT + 5):
        visits.logs.begin(now=now() + timedelta(minutes=minute))

    found = visits.newest_first(now=now())

    assert len(found) == KEPT
    assert [one.id for one in found] == sorted((one.id for one in found), reverse=True)


def test_a_state_folder_that_cannot_be_written_does_not_hinder_the_doctor(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")

    with Visits(state=blocked).watched(TARGET, Kind.SCRIPT, now=now()) as watched:
        watched.hear(FIT)
        watched.tell(Checkup(target="train.py", kind=Kind.SCRIPT, end=End.FINISHED))

    assert Visits(state=blocked).newest_first(now=now()) == []


@pytest.mark.parametrize("name", ["..", "../doctor", "", "x", "0" * 13 + "-" + "f" * 16])
def test_an_address_that_names_no_visit_finds_none(visits: Visits, name: str) -> None:
    assert visits.find(name, now=now()) is None
