"""étude's own ways from a saved file to a verdict, driven from outside as a person drives them."""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from measuring import run_quietly

ETUDE = str(Path(sys.executable).with_name("etude"))
EXERCISE = "models/functional_cnn"
_PROGRAM = f"{EXERCISE}/functional_cnn.py"
# What the watch prints last, whenever it has said all that there is to say.
_WAITS_FOR_KEYS = "q quit"
_PATIENCE_SECONDS = 300.0


class Home:
    """A user of their own, with a workspace and a worker that nobody else uses."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        self.variables: Mapping[str, str] = {**os.environ, "ETUDE_HOME": str(folder / "home")}
        self.workspace = folder / "workspace"
        self.workers: set[int] = set()
        run_quietly([ETUDE, "start", str(self.workspace)], environment=self.variables)

    def save(self, program: str) -> None:
        (self.workspace / _PROGRAM).write_text(program)

    def etude(self, *arguments: str, may_fail: bool = False) -> subprocess.CompletedProcess[str]:
        command = [ETUDE, *arguments]
        return run_quietly(
            command, cwd=self.workspace, environment=self.variables, may_fail=may_fail
        )

    def stop_worker(self) -> None:
        self.etude("worker", "stop")

    def note_worker(self) -> None:
        """Remembers which worker there is: étude replaces it when its own files change."""
        status = json.loads(self.etude("worker", "status", "--json").stdout)
        self.workers.update(worker["pid"] for worker in status)


class Checking:
    """``etude check`` as a process of its own; ``cold`` ends the worker before each one."""

    def __init__(self, name: str, home: Home, *, cold: bool) -> None:
        self.name = name
        self._home = home
        self._cold = cold
        self._code = 0

    def submit(self, program: str) -> None:
        self._home.save(program)
        if self._cold:
            self._home.stop_worker()

    def judge(self) -> None:
        done = self._home.etude("check", EXERCISE, may_fail=True)
        self._code = done.returncode
        if self._code not in (0, 1):  # anything else is not a verdict
            raise SystemExit(f"etude check ended with {self._code}:\n{done.stdout}\n{done.stderr}")

    def passed(self) -> bool:
        self._home.note_worker()
        return self._code == 0


class Watching:
    """Bare ``etude``, running all the time as beside an editor: from the save to the report."""

    def __init__(self, name: str, home: Home) -> None:
        self.name = name
        self._home = home
        self._program = ""
        self._shown = ""
        self._process = subprocess.Popen(
            [ETUDE],
            cwd=home.workspace,
            env=home.variables,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self._read_until_it_waits()

    def submit(self, program: str) -> None:
        """Nothing can be prepared: the save itself begins the run."""
        self._program = program

    def judge(self) -> None:
        self._home.save(self._program)
        self._shown = self._read_until_it_waits()

    def passed(self) -> bool:
        self._home.note_worker()
        return "Passed: all" in self._shown

    def close(self) -> None:
        self._process.terminate()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=10)
        self._process.kill()

    def _read_until_it_waits(self) -> str:
        assert self._process.stdout is not None
        descriptor = self._process.stdout.fileno()
        shown = b""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while _WAITS_FOR_KEYS not in (text := shown.decode(errors="replace")):
            readable, _, _ = select.select([descriptor], [], [], deadline - time.monotonic())
            piece = os.read(descriptor, 1 << 16) if readable else b""
            if not piece:
                raise SystemExit(f"the watching étude said nothing more after:\n{text}")
            shown += piece
        return text
