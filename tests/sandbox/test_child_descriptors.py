"""The descriptors of a child that waits for a run."""

import subprocess
import sys
from pathlib import Path

import pytest

_PROGRAM = """
from pathlib import Path
from etude.worker import child

def size():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("FDSize"))

child._make_room_for_descriptors()
print(size() > child._FIRST_FREE_FD, len(list(Path("/proc/self/fd").iterdir())))
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs Linux's /proc")
def test_a_run_finds_their_table_large_enough_as_growing_it_among_threads_takes_long() -> None:
    told = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, check=True)

    assert told.stdout.split() == [b"True", b"4"]  # 0, 1, 2 and the folder that is being read
