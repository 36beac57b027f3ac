"""How the background worker starts, is shared, replaced and ended."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from etude.domain.outcome import Fault, Reason
from etude.sandbox import SandboxUnavailable, open_sandbox, stop_worker, worker_status

HERE = Path(__file__).parent


@pytest.fixture(params=[1, 3])
def level(request):
    return request.param


@pytest.fixture
def runtime(tmp_path):
    folder = tmp_path / "rt"
    yield folder
    stop_worker(folder)


def _open(runtime, light, *, level=1, **changes):
    return open_sandbox(
        runtime_dir=runtime,
        minimum_level=level,
        maximum_level=level,
        settings=replace(light, **changes),
    )


def _alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _wait_until(condition, seconds=10.0):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False


def test_worker_is_shared_and_outlives_its_sandbox(runtime, light, program, level):
    for _ in range(2):
        with _open(runtime, light, level=level) as sandbox:
            assert sandbox.run(program("pass")).fault is None

    (status,) = worker_status(runtime)
    assert (status.runs, status.level, status.running) == (2, level, 0)


def test_two_that_start_at_once_start_one(runtime, light, program):
    sandboxes = [_open(runtime, light) for _ in range(4)]

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(lambda one: one.run(program("pass")), sandboxes))

    assert [outcome.fault for outcome in outcomes] == [None] * 4
    (status,) = worker_status(runtime)
    assert status.runs == 4


def test_stop_ends_the_worker(runtime, light, program, level):
    _open(runtime, light, level=level).run(program("pass"))
    (status,) = worker_status(runtime)

    assert stop_worker(runtime) == 1
    assert _wait_until(lambda: not _alive(status.pid))
    assert worker_status(runtime) == ()


def test_killed_worker_is_a_system_fault_and_the_next_run_starts_another(
    runtime, light, program, level
):
    sandbox = _open(runtime, light, level=level)
    begun = threading.Event()
    kill = threading.Thread(
        target=lambda: begun.wait(20) and os.kill(worker_status(runtime)[0].pid, signal.SIGKILL)
    )
    kill.start()

    lost = sandbox.run(program("import time; time.sleep(30)"), on_frame=lambda _: begun.set())
    kill.join()
    after = sandbox.run(program("print('again')"))

    assert (lost.fault, lost.reason) == (Fault.SYSTEM, Reason.WORKER)
    assert "ended while the program ran" in lost.detail
    assert after.stdout == "again\n"


def test_stuck_worker_is_ended_and_replaced(runtime, light, program, monkeypatch):
    monkeypatch.setattr("etude.sandbox.conversation._GRACE_SECONDS", 0.3)
    sandbox = _open(runtime, light)
    sandbox.run(program("pass"))
    (status,) = worker_status(runtime)

    lost = sandbox.run(
        program("import time; time.sleep(5)", wall_seconds=0.5),
        on_frame=lambda _: os.kill(status.pid, signal.SIGSTOP),
    )

    assert (lost.fault, lost.reason) == (Fault.SYSTEM, Reason.WORKER)
    assert sandbox.run(program("print('again')")).stdout == "again\n"


def test_outdated_worker_is_replaced(runtime, light, program, monkeypatch):
    _open(runtime, light).run(program("pass"))
    (old,) = worker_status(runtime)
    monkeypatch.setattr("etude.sandbox.worker_key.PROTOCOL_VERSION", 999)

    _open(runtime, light).run(program("pass"))

    (new,) = worker_status(runtime)
    assert new.pid != old.pid


def test_an_outdated_worker_ends_what_runs_in_it_first(runtime, light, program, monkeypatch):
    begun = threading.Event()
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(
            _open(runtime, light).run,
            program("import time; print('begun', flush=True); time.sleep(2); print('done')"),
            on_frame=lambda _: begun.set(),
        )
        assert begun.wait(10)
        (old,) = worker_status(runtime)
        monkeypatch.setattr("etude.sandbox.worker_key.PROTOCOL_VERSION", 999)

        assert _open(runtime, light).run(program("print('new')")).stdout == "new\n"

    assert slow.result().stdout == "begun\ndone\n"
    assert _wait_until(lambda: not _alive(old.pid))


def test_worker_holds_no_pipe_of_its_starter(runtime, light, program, level):
    reader, writer = os.pipe()
    os.set_inheritable(writer, True)
    _open(runtime, light, level=level).run(program("pass"))

    os.close(writer)
    os.set_blocking(reader, False)

    assert os.read(reader, 1) == b""  # the end: nobody else can write
    os.close(reader)


def test_killed_bubblewrap_leaves_a_worker_that_can_be_stopped(runtime, light, program):
    sandbox = _open(runtime, light, level=3)
    sandbox.run(program("pass"))
    (status,) = worker_status(runtime)
    os.kill(_started_pid(sandbox), signal.SIGKILL)

    assert sandbox.run(program("print('still')")).stdout == "still\n"
    stop_worker(runtime)
    assert _wait_until(lambda: not _alive(status.pid))


def _started_pid(sandbox):
    return sandbox._started.pid


def test_idle_worker_ends_itself(runtime, light, program, level):
    _open(runtime, light, level=level, idle_seconds=0.3).run(program("pass"))

    assert _wait_until(lambda: worker_status(runtime) == ())


def test_silent_guest_does_not_keep_the_worker(runtime, light, program):
    (runtime.parent / "impatient.py").write_text(
        "import etude.worker.zygote as zygote\n"
        "zygote._SILENCE_BEFORE = zygote._SILENCE_AFTER = 0.2\n"
    )
    paths = (str(runtime.parent), *light.import_paths)
    preload = ("impatient", *light.preload)
    sandbox = _open(runtime, light, preload=preload, import_paths=paths, idle_seconds=0.3)
    sandbox.run(program("pass"))

    with sandbox._folder.connect() as silent:
        assert _wait_until(lambda: worker_status(runtime) == ())
        assert silent.recv(1) == b""  # hung up on


def test_private_worker_ends_with_the_process_that_opened_it(tmp_path, level):
    source = f"""
import os, sys, threading
from pathlib import Path
sys.path.insert(0, {str(HERE)!r})
from light import LIGHT
from etude.domain.job import Job
from etude.sandbox import open_sandbox
sandbox = open_sandbox(runtime_dir=Path({str(tmp_path / "rt")!r}), minimum_level={level},
                       maximum_level={level}, background=False, settings=LIGHT)
thread = threading.Thread(target=lambda: sandbox.run(Job(task=b"pass")))
thread.start(); thread.join()
assert sandbox.run(Job(task=b"pass")).fault is None  # the thread that started it has gone
job = Job(task=b"import os, time; facts.emit('up'); time.sleep(60)")
sandbox.run(job, on_frame=lambda frame: frame["kind"] == "up" and (print("up", flush=True)))
"""
    opener = subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE)
    assert opener.stdout is not None
    assert opener.stdout.readline() == b"up\n"

    opener.kill()
    opener.wait()
    opener.stdout.close()

    assert _wait_until(lambda: not _mentions(str(tmp_path)))


def _mentions(marker):
    """Processes whose open files or arguments lie in a folder of this test."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            links = [os.readlink(fd) for fd in (folder / "fd").iterdir()]
        except OSError:
            continue
        if any(marker in link for link in links):
            found.append(folder.name)
    return [pid for pid in found if int(pid) != os.getpid()]


def test_scratch_folders_go_away(runtime, light, program):
    sandbox = _open(runtime, light)
    source = "import os\nfor n in range(300): os.makedirs(f'd{n}'); open(f'd{n}/f','w').close()"
    sandbox.run(program(source))
    sandbox.run(program("import os\nfor n in range(200): os.mkdir('d'); os.chdir('d')"))
    (folder,) = runtime.glob("w-*")

    # But the empty folder of the child that stands by.
    assert _wait_until(lambda: _entries_below(folder / "runs") <= 1)


def _entries_below(folder):
    """What disappears meanwhile counts or not, as it comes."""
    return sum(len(folders) + len(files) for _, folders, files in os.walk(folder))


def test_worker_does_not_grow(runtime, light, program, level):
    sandbox = _open(runtime, light, level=level)
    sandbox.run(program("pass"))
    (status,) = worker_status(runtime)
    descriptors = Path(f"/proc/{status.pid}/fd")
    before = len(list(descriptors.iterdir()))

    for _ in range(30):
        sandbox.run(program("pass"))

    standing_by = 2  # the door of a child that waits, and what tells of its end
    assert _wait_until(lambda: len(list(descriptors.iterdir())) <= before + standing_by)
    assert len(os.listdir("/proc/self/fd")) < 100


def test_long_path_still_has_a_socket(tmp_path, light, program):
    runtime = tmp_path / ("long" * 30) / "rt"
    runtime.parent.mkdir()
    sandbox = _open(runtime, light)

    try:
        assert sandbox.run(program("pass")).fault is None
    finally:
        stop_worker(runtime)


def test_open_folder_is_refused(tmp_path, light):
    (tmp_path / "rt").mkdir(mode=0o755)

    with pytest.raises(SandboxUnavailable, match="chmod 700"):
        _open(tmp_path / "rt", light)


def test_missing_tensorflow_says_what_to_install(runtime, light, program, tmp_path):
    package = tmp_path / "fake" / "tensorflow"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("raise ImportError('No module named tensorflow')")
    paths = (str(package.parent), *light.import_paths)

    outcome = _open(runtime, light, preload=("tensorflow",), import_paths=paths).run(
        program("pass")
    )

    assert (outcome.fault, outcome.reason) == (Fault.SYSTEM, Reason.WORKER)
    assert "pip install 'etude[cpu]'" in outcome.detail


def test_old_tensorflow_says_what_to_upgrade(runtime, light, program, tmp_path):
    package = tmp_path / "fake" / "tensorflow"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("__version__ = '2.10.1'")
    paths = (str(package.parent), *light.import_paths)

    outcome = _open(runtime, light, preload=("tensorflow",), import_paths=paths).run(
        program("pass")
    )

    assert (outcome.fault, outcome.reason) == (Fault.SYSTEM, Reason.WORKER)
    assert "2.10.1" in outcome.detail


def test_level_that_cannot_be_had_is_refused_not_lowered(runtime, light, program, monkeypatch):
    monkeypatch.setattr("etude.sandbox.launch.find_bubblewrap", lambda: None)

    outcome = _open(runtime, light, level=3).run(program("pass"))

    assert (outcome.fault, outcome.reason) == (Fault.SYSTEM, Reason.LAYER)
    assert "bubblewrap is not installed" in outcome.detail


def test_without_bubblewrap_level_2_is_chosen_and_says_why(runtime, light, monkeypatch):
    monkeypatch.setattr("etude.sandbox.launch.find_bubblewrap", lambda: None)

    isolation = open_sandbox(runtime_dir=runtime, settings=light).isolation

    assert isolation.level == 2
    assert "bubblewrap" in isolation.layers["namespaces"]


def test_broken_perform_is_our_fault(runtime, light, program):
    outcome = _open(runtime, light, perform="performing:escape").run(program("pass"))

    assert (outcome.fault, outcome.reason) == (Fault.SYSTEM, Reason.WORKER)


def test_import_stays_cheap():
    source = "import etude.sandbox, sys; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}

    answer = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, env=environment
    )

    assert not {"numpy", "tensorflow", "keras"} & set(answer.stdout.split())


def test_worker_that_is_stopped_while_a_program_runs_is_not_the_programs_fault(
    runtime, light, program
):
    with _open(runtime, light) as sandbox:
        outcome = sandbox.run(
            program("import time; time.sleep(30)"), on_frame=lambda _: stop_worker(runtime)
        )

    assert (outcome.fault, outcome.reason) == (Fault.SYSTEM, Reason.WORKER)
