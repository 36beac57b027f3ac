"""What every sandbox promises, whichever way it runs code."""

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy
import pytest

from etude.domain.outcome import Fault, Reason
from etude.sandbox import Cancellation


def test_program_that_ends_well_has_no_fault(any_sandbox, program):
    outcome = any_sandbox.run(program("print('hello')"))

    assert (outcome.fault, outcome.reason, outcome.exit_code) == (None, None, 0)
    assert outcome.stdout == "hello\n"


def test_output_streams_are_kept_apart(any_sandbox, program):
    outcome = any_sandbox.run(program("import sys; print('a'); print('b', file=sys.stderr)"))

    assert (outcome.stdout, outcome.stderr) == ("a\n", "b\n")


def test_files_are_there_and_folders_made(sandbox, program):
    job = program(
        "print(open('a.txt').read(), open('d/e/f').read())", files={"a.txt": b"x", "d/e/f": b"y"}
    )

    assert sandbox.run(job).stdout == "x y\n"


def test_facts_arrive_in_order_with_their_arrays(sandbox, program):
    source = "facts.emit('one', a=numpy.eye(2)); facts.emit('two', b=[numpy.arange(3, dtype='i2')])"

    frames = sandbox.run(program(source)).frames
    by_kind = {frame["kind"]: frame for frame in frames}

    assert numpy.array_equal(by_kind["one"]["a"], numpy.eye(2))
    assert by_kind["two"]["b"][0].dtype == numpy.int16
    assert [f["kind"] for f in frames if f["kind"] in ("one", "two", "end")] == [
        "one",
        "two",
        "end",
    ]


def test_frames_are_passed_on_while_the_program_runs(sandbox, program):
    seen = threading.Event()
    source = "facts.emit('early'); import time; time.sleep(0.5)"

    def on_frame(frame):
        if frame["kind"] == "early":
            seen.set()

    thread = threading.Thread(
        target=sandbox.run, args=(program(source),), kwargs={"on_frame": on_frame}
    )
    thread.start()
    arrived_while_running = seen.wait(10) and thread.is_alive()
    thread.join()

    assert arrived_while_running


def test_frames_are_those_of_perform_alone(any_sandbox, program):
    frames = any_sandbox.run(program("facts.emit('mine')")).frames

    assert [frame["kind"] for frame in frames] == ["first-line", "mine", "end"]


def test_numbers_that_json_lacks_come_through(sandbox, program):
    outcome = sandbox.run(program("facts.emit('n', v=[float('nan'), float('-inf')])"))

    values = next(frame for frame in outcome.frames if frame["kind"] == "n")["v"]
    assert numpy.isnan(values[0])
    assert values[1] == -numpy.inf


def test_artifact_comes_out(any_sandbox, program):
    outcome = any_sandbox.run(program("open('m.bin','wb').write(b'123')", artifacts=("m.bin",)))

    assert outcome.artifacts["m.bin"].content == b"123"


def test_folder_comes_out_file_by_file(any_sandbox, program):
    source = (
        "import os; os.makedirs('s/v'); open('s/a','w').write('1'); open('s/v/b','w').write('2')"
    )

    outcome = any_sandbox.run(program(source, artifacts=("s",)))

    assert {name: a.content for name, a in outcome.artifacts.items()} == {
        "s/a": b"1",
        "s/v/b": b"2",
    }


def test_missing_artifact_is_refused_with_a_reason(any_sandbox, program):
    artifact = any_sandbox.run(program("pass", artifacts=("none",))).artifacts["none"]

    assert (artifact.content, artifact.refusal) == (None, "no such file")


def test_large_artifact_is_refused(any_sandbox, program):
    job = program("open('m','wb').write(bytes(2000))", artifacts=("m",), artifact_bytes=1000)

    assert any_sandbox.run(job).artifacts["m"].content is None


def test_artifact_outside_the_scratch_folder_is_refused(any_sandbox, program):
    outcome = any_sandbox.run(program("pass", artifacts=("../x", "/etc/passwd")))

    assert all(artifact.content is None for artifact in outcome.artifacts.values())


ENDINGS = {
    "raises": ("1/0", Reason.EXCEPTION),
    "ends itself": ("import os; os._exit(0)", Reason.EXIT),
    "crashes": ("import ctypes; ctypes.string_at(0)", Reason.CRASH),
    "writes a foreign frame": ("import os; os.write(FACTS, bytes(64))", Reason.EXCEPTION),
}


@pytest.mark.parametrize(("source", "reason"), ENDINGS.values(), ids=ENDINGS)
def test_ending_is_the_learners_fault(sandbox, program, source, reason):
    outcome = sandbox.run(program(source.replace("FACTS", "facts._fd")))

    assert (outcome.fault, outcome.reason) == (Fault.LEARNER, reason)


LIMITS = {
    "time": ("import time; time.sleep(60)", {"wall_seconds": 0.5}, Reason.TIMEOUT),
    "processor": ("while True: pass", {"cpu_seconds": 1, "wall_seconds": 20.0}, Reason.CPU),
    "output": (
        "while True: print('x' * 1000)",
        {"output_bytes": 1 << 20, "wall_seconds": 20.0},
        Reason.OUTPUT,
    ),
    "facts": (
        "while True: facts.emit('x', text='x' * 1000)",
        {"facts_bytes": 1 << 18, "wall_seconds": 20.0},
        Reason.OUTPUT,
    ),
    "memory": ("x = bytearray(1 << 34)", {}, Reason.MEMORY),
}


@pytest.mark.parametrize(("source", "limits", "reason"), LIMITS.values(), ids=LIMITS)
def test_limit_stops_the_program(sandbox, program, source, limits, reason):
    outcome = sandbox.run(program(source, **limits))

    assert (outcome.fault, outcome.reason) == (Fault.LEARNER, reason), outcome.detail


def test_long_output_keeps_its_beginning_and_end(sandbox, program):
    outcome = sandbox.run(program("print('first'); print('x' * 200000); print('last')"))

    assert outcome.stdout.startswith("first\n")
    assert outcome.stdout.endswith("last\n")
    assert len(outcome.stdout) < 70_000


def test_run_leaves_nothing_for_the_next(sandbox, program):
    sandbox.run(program("import builtins; builtins.print = None; open('left','w').write('x')"))

    assert sandbox.run(program("import os; print(os.listdir('.'))")).stdout == "[]\n"


def test_environment_holds_nothing_of_the_users(sandbox, program, monkeypatch):
    monkeypatch.setenv("MY_SECRET", "x")

    assert sandbox.run(program("import os; print(os.environ.get('MY_SECRET'))")).stdout == "None\n"


def test_eight_at_once_do_not_mix(any_sandbox, program):
    jobs = [program(f"print({n}); facts.emit('n', n={n})") for n in range(8)]

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(any_sandbox.run, jobs))

    assert [outcome.stdout for outcome in outcomes] == [f"{n}\n" for n in range(8)]


def test_link_to_what_is_not_public_is_a_system_fault(sandbox, program, tmp_path):
    outcome = sandbox.run(program("pass", links={"data": str(tmp_path)}))

    assert (outcome.fault, outcome.reason) == (Fault.SYSTEM, Reason.LAYER)


def test_file_that_leaves_the_folder_is_a_system_fault(any_sandbox, program):
    outcome = any_sandbox.run(program("pass", files={"../x": b""}))

    assert outcome.fault is Fault.SYSTEM


def test_error_in_the_callers_callback_ends_the_run(any_sandbox, program):
    def on_frame(frame):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        any_sandbox.run(program("import time; time.sleep(30)"), on_frame=on_frame)


@pytest.mark.parametrize("running", [True, False], ids=["while it runs", "beforehand"])
def test_cancelled_run_ends_soon_and_says_so(any_sandbox, program, running):
    cancellation = Cancellation()
    if not running:
        cancellation.request()

    outcome = any_sandbox.run(
        program("import time; time.sleep(30)"),
        on_frame=lambda _: cancellation.request(),
        cancellation=cancellation,
    )

    assert (outcome.fault, outcome.reason) == (Fault.LEARNER, Reason.CANCELLED), outcome.detail


def test_phases_and_usage_are_told(sandbox, program):
    outcome = sandbox.run(program("facts.emit('phase', name='mine', milliseconds=5)"))

    assert {"start", "total", "mine"} <= outcome.phases.keys()
    assert outcome.peak_memory_bytes > 0
    assert outcome.cpu_seconds > 0


def test_every_outcome_says_how_isolated_it_was(any_sandbox, program):
    job = program("print('hello')")

    assert any_sandbox.run(job).isolation.level == any_sandbox.isolation.level


def test_jobs_are_refused_by_name_before_they_reach_anything(any_sandbox, program):
    outcome = any_sandbox.run(program("pass", links={"/d": "/usr/share"}))

    assert (outcome.fault, outcome.reason) == (Fault.SYSTEM, Reason.LAYER)
