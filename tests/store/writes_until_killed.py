"""Keeps attempts and acknowledges each on a pipe, again and again, until killed; see its test.

Arguments: path of the database, number of rounds. Each round is a child that is killed without
warning; then every acknowledged attempt must be there.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from making_attempts import make_attempt

from etude.store.engine import sqlite_url
from etude.store.sql import SqlStore


def main(path: Path, rounds: int) -> None:
    rng = random.Random(0)
    acknowledged: list[str] = []
    for number in range(rounds):
        acknowledged += _killed_round(path, number, after=rng.uniform(0.005, 0.08))
        kept = _kept(path)
        lost = [name for name in acknowledged if name not in kept]
        assert not lost, f"round {number}: {len(lost)} of {len(acknowledged)} lost: {lost[:3]}"
    print(len(acknowledged))


def _killed_round(path: Path, number: int, *, after: float) -> list[str]:
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        _write_for_ever(path, number, writer)
    os.close(writer)
    with os.fdopen(reader) as told:
        first = told.readline()  # it has begun
        time.sleep(after)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        return [first.strip(), *told.read().split()]


def _write_for_ever(path: Path, number: int, writer: int) -> None:
    store = SqlStore(sqlite_url(path))
    for count in range(1_000_000):
        name = f"round{number}/attempt{count}"
        store.add_attempt(make_attempt(name, text=f"x = {count}\n" * 200))
        os.write(writer, f"{name}\n".encode())


def _kept(path: Path) -> set[str]:
    store = SqlStore(sqlite_url(path))
    try:
        return set(store.standings("ann"))
    finally:
        store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
