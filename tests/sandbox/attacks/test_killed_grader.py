"""Nothing of a run outlives the process that asked for it."""

import contextlib
import os
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from attack import LEVELS, marked

_SANDBOX_TESTS = Path(__file__).parents[1]
_LEARNER = {
    "loops": "while True: pass",
    "has left its session and its parent": """
try: os.setsid()
except OSError: pass
libc.prctl(1, 0, 0, 0, 0)
while True: time.sleep(1)""",
}


@pytest.mark.parametrize("code", _LEARNER.values(), ids=_LEARNER)
@pytest.mark.parametrize("level", LEVELS)
def test_killed_grader_takes_the_run_with_it(level, code, tmp_path):
    marker = f"etk{secrets.token_hex(4)}"
    code = f"import ctypes, os, time; libc = ctypes.CDLL(None)\n{{}}\n{code}".replace(
        "{}", f"libc.prctl(15, b'{marker}', 0, 0, 0); facts.emit('up')"
    )
    grader = _grader(level, code, tmp_path)
    assert grader.stdout is not None
    if grader.stdout.readline() != b"up\n":
        pytest.skip(f"level {level} cannot be reached here")

    assert marked(marker).pids
    grader.kill()
    grader.wait()
    grader.stdout.close()

    try:
        assert _soon(lambda: not marked(marker).pids)
    finally:
        for pid in marked(marker).pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)


def _grader(level: int, code: str, folder: Path) -> "subprocess.Popen[bytes]":
    source = f"""
import sys
from pathlib import Path
sys.path.insert(0, {str(_SANDBOX_TESTS)!r})
from light import LIGHT
from etude.domain.job import Job
from etude.sandbox import open_sandbox
sandbox = open_sandbox(runtime_dir=Path({str(folder / "rt")!r}), minimum_level={level},
                       maximum_level={level}, background=False, settings=LIGHT)
sandbox.run(Job(task={code.encode()!r}),
            on_frame=lambda frame: frame["kind"] == "up" and (print("up", flush=True)))
"""
    return subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE)


def _soon(condition) -> bool:
    deadline = time.monotonic() + 10
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()
