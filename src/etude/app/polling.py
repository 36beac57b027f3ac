"""Looks at the files of a folder again and again, where the system sends no events."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

# Seconds alone, which watchfiles compares when it polls, hide a second save within the same one.
_Stamp = tuple[int, int]


def poll(
    root: Path, *, wanted: Callable[[Path], bool], seconds: float, stop: threading.Event
) -> Iterator[set[Path]]:
    """The files that were changed, came or went since the last look; none at the first.

    Args:
      wanted: which files it is about, by their whole path.
      seconds: between two looks.
      stop: ends it.
    """
    known = _stamps(root, wanted)
    yield set()
    while not stop.wait(seconds):
        found = _stamps(root, wanted)
        yield {path for path in known.keys() | found.keys() if known.get(path) != found.get(path)}
        known = found


def _stamps(root: Path, wanted: Callable[[Path], bool]) -> dict[Path, _Stamp]:
    """When each file was changed, in nanoseconds, and its size."""
    stamps: dict[Path, _Stamp] = {}
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in filter(wanted, (Path(folder, name) for name in files)):
            try:
                status = path.stat()
            except OSError:  # it has just gone
                continue
            stamps[path] = (status.st_mtime_ns, status.st_size)
    return stamps
