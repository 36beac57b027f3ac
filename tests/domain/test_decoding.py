"""Plain data become typed ones, whichever thread asks first."""

import re
import subprocess
import sys
from pathlib import Path

import etude

# Threads change as often as they can, and find types of types that nobody has used before.
_AT_ONCE = """
import dataclasses, sys, threading
from etude import decoding

def nested(depth):
    inner = [(f"n{i}", nested(depth - 1) | None, None) for i in range(3)] if depth else []
    return dataclasses.make_dataclass("Nested", [*inner, ("value", int, 0)])

sys.setswitchinterval(1e-6)
for _ in range(20):
    kind = nested(3)
    barrier = threading.Barrier(4)

    def read():
        barrier.wait()
        decoding.convert({"n0": {"value": 1}}, kind)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print("alive")
"""
_BY_MSGSPEC_ITSELF = re.compile(r"msgspec\.convert\(|msgspec\.\w+\.decode\([^\n]*type=")


def test_four_threads_may_read_a_type_that_none_has_read_before() -> None:
    told = subprocess.run([sys.executable, "-c", _AT_ONCE], capture_output=True, text=True)

    assert (told.returncode, told.stdout) == (0, "alive\n"), told.stderr


def test_nobody_reads_typed_data_in_another_way() -> None:
    root = Path(etude.__file__).parent
    ways = [path for path in root.rglob("*.py") if _BY_MSGSPEC_ITSELF.search(path.read_text())]

    assert [path.relative_to(root).as_posix() for path in ways] == ["decoding.py"]
