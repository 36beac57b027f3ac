"""A child that is ready before it is asked serves a run like any other child."""

import os
import signal
import time
from dataclasses import replace

import pytest
from light import LIGHT

from etude.domain.outcome import Fault, Reason
from etude.domain.worker_protocol import DEFAULT_PRELOAD
from etude.sandbox import open_sandbox, stop_worker, worker_status
from etude.sandbox.spare import SpareSandbox

BORN = "print(open('/proc/self/stat').read().rsplit(')')[-1].split()[19])"
UPTIME = "print(open('/proc/uptime').read().split()[0])"
MB = 1 << 20


@pytest.fixture(params=[1, 2, 3])
def level(request):
    return request.param


@pytest.fixture
def runtime(tmp_path):
    folder = tmp_path / "rt"
    yield folder
    stop_worker(folder)


@pytest.fixture
def sandbox(runtime, level):
    with open_sandbox(
        runtime_dir=runtime, minimum_level=level, maximum_level=level, settings=LIGHT
    ) as opened:
        assert opened.isolation.level == level
        yield opened


def _until(runtime, *, ready, seconds=10.0):
    """Waits for the worker to have a child ready, or none; returns its process id."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        (status,) = worker_status(runtime)
        if status.ready is ready:
            return status.pid
        time.sleep(0.02)
    raise AssertionError(f"ready is not {ready} after {seconds} s")


def _until_a_child_is_there(runtime, seconds=10.0):
    (status,) = worker_status(runtime)
    deadline = time.monotonic() + seconds
    while not _children(status.pid):
        assert time.monotonic() < deadline, "no child came"
        time.sleep(0.02)


def _children(pid):
    return [int(name) for name in os.listdir("/proc") if name.isdigit() and _parent(name) == pid]


def _parent(name):
    try:
        with open(f"/proc/{name}/stat") as file:
            return int(file.read().rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0


def _age(outcome):
    """Seconds between the birth of the run's process and its first line."""
    born, now = outcome.stdout.split()
    return float(now) - float(born) / os.sysconf("SC_CLK_TCK")


def test_a_run_gets_the_child_that_has_waited(sandbox, runtime, program):
    _until(runtime, ready=True)
    time.sleep(0.5)

    waited, fresh = (sandbox.run(program(f"{BORN}; {UPTIME}")) for _ in range(2))

    assert _age(waited) >= 0.4
    assert _age(fresh) < 0.4
    assert waited.isolation == fresh.isolation


def test_a_run_does_not_wait_for_a_child_that_still_rehearses(runtime, program):
    settings = replace(LIGHT, perform="endlessly_rehearsing:perform")

    with open_sandbox(runtime_dir=runtime, settings=settings) as sandbox:
        sandbox.run(program("pass"))
        _until_a_child_is_there(runtime)

        outcome = sandbox.run(program("print('here')"))

        assert outcome.stdout == "here\n"
        assert not worker_status(runtime)[0].ready


def test_the_next_one_is_ready_soon_after_a_run(sandbox, runtime, program):
    for _ in range(3):
        _until(runtime, ready=True)

        assert sandbox.run(program("pass")).fault is None


def test_a_run_that_needs_a_fresh_runtime_does_not_get_it(sandbox, runtime, program):
    _until(runtime, ready=True)
    time.sleep(0.5)

    outcome = sandbox.run(replace(program(f"{BORN}; {UPTIME}"), fresh_runtime=True))

    assert outcome.fault is None, outcome.detail
    assert _age(outcome) < 0.4


def test_it_is_given_the_limits_of_the_run(sandbox, runtime, program):
    asked = "import resource as r; print(r.getrlimit(r.RLIMIT_NOFILE), r.getrlimit(r.RLIMIT_CPU))"
    _until(runtime, ready=True)

    outcome = sandbox.run(program(asked, open_files=99, cpu_seconds=7))

    assert outcome.stdout == "(99, 99) (7, 7)\n"


def test_it_sees_the_files_and_links_of_the_run_only(sandbox, runtime, program):
    _until(runtime, ready=True)

    outcome = sandbox.run(program("import os; print(os.listdir('.'))", files={"a.py": b"1"}))

    assert outcome.stdout == "['a.py']\n"


def test_it_has_no_descriptor_of_the_worker(sandbox, runtime, program):
    listed = "import os; print(sorted(map(int, os.listdir('/proc/self/fd')))[:-1])"
    _until(runtime, ready=True)

    waited, fresh = (sandbox.run(program(listed)) for _ in range(2))

    assert waited.stdout == fresh.stdout == "[0, 1, 2, 3]\n"


def test_wall_time_counts_from_the_run(sandbox, runtime, program):
    _until(runtime, ready=True)
    time.sleep(0.6)

    assert sandbox.run(program("pass", wall_seconds=0.5)).fault is None
    _until(runtime, ready=True)
    late = sandbox.run(program("import time; time.sleep(9)", wall_seconds=0.5))

    assert (late.fault, late.reason) == (Fault.LEARNER, Reason.TIMEOUT)


def test_one_that_has_died_costs_nothing(sandbox, runtime, program):
    pid = _until(runtime, ready=True)
    for child in _children(pid):
        os.kill(child, signal.SIGKILL)

    assert sandbox.run(program("print('here')")).stdout == "here\n"


def test_it_ends_with_the_worker(sandbox, runtime):
    children = _children(_until(runtime, ready=True))

    stop_worker(runtime)

    assert children
    assert not [child for child in children if os.path.exists(f"/proc/{child}")]


@pytest.mark.parametrize("level", [3])
def test_a_run_with_another_quota_gets_a_child_of_its_own(level, sandbox, runtime, program):
    write = "open('x', 'wb').write(bytes(2 << 20))"
    _until(runtime, ready=True)

    refused = sandbox.run(program(write, disk_bytes=MB))

    assert refused.reason is Reason.EXCEPTION
    assert "No space left" in refused.stderr


SAME = """
import random
import keras, tensorflow as tf
x = numpy.random.rand(64, 4).astype("float32")
model = keras.Sequential([keras.layers.Dense(4, activation="relu"), keras.layers.Dense(1)])
model.compile("adam", "mse")
data = tf.data.Dataset.from_tensor_slices((x, x.sum(1))).shuffle(64).batch(16)
losses = model.fit(data, epochs=3, verbose=0).history["loss"]
print([layer.name for layer in model.layers], model.name, losses, tf.random.uniform(()).numpy())
"""


@pytest.mark.tensorflow
def test_the_rehearsal_changes_nothing_in_the_program(tmp_path, program):
    """Names, random numbers and training are the same to the bit in a fresh child."""
    settings = replace(LIGHT, perform="rehearsing:perform", preload=DEFAULT_PRELOAD)
    folder = tmp_path / "rt"
    with open_sandbox(runtime_dir=folder, settings=settings) as sandbox:
        _ = sandbox.isolation
        _until(folder, ready=True, seconds=60.0)
        waited, fresh = (sandbox.run(program(SAME)) for _ in range(2))
    stop_worker(folder)

    assert waited.fault is None, waited.detail
    assert waited.stdout == fresh.stdout


DIVIDED = """
import tensorflow as tf
cpu = tf.config.list_physical_devices("CPU")[0]
tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)
print(tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"]).num_replicas_in_sync)
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize("spare", [False, True])
def test_a_fresh_runtime_can_be_divided_into_devices(tmp_path, program, spare):
    settings = replace(LIGHT, perform="rehearsing:perform", preload=DEFAULT_PRELOAD)
    folder = tmp_path / "rt"
    job = replace(program(DIVIDED), fresh_runtime=True)
    opened = (
        SpareSandbox(replace(settings, maximum_level=1))
        if spare
        else open_sandbox(runtime_dir=folder, settings=settings)
    )
    with opened as sandbox:
        outcome = sandbox.run(job)
    stop_worker(folder)

    assert outcome.fault is None, outcome.stderr
    assert outcome.stdout == "2\n"
