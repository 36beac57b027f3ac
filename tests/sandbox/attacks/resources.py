"""Attacks on the machine's memory, time and disk, and on what a run must not inherit."""

import ctypes
import time
from collections.abc import Callable

from attack import Attack, Scene

from etude.domain.outcome import Reason

LIMITS = "time, processor, memory, file size, output"
OUTSIDE_LIMITS = "memory that no limit counts (memfd, shared memory)"
THREADS = "starting too many threads"
RAISING = "raising its own limits"
INHERITED = "secrets in the environment, descriptors, or memory"
LEFT = "leaving something behind"

_MOST_MEMORY = 1 << 30
_MANY = 600


def _grew(scene: Scene) -> bool:
    return "got it" in scene.printed or scene.outcome.peak_memory_bytes > _MOST_MEMORY


def _allocating(code: str, **limits: object) -> Attack:
    return Attack(line=LIMITS, code=f"{code}\nprint('got it')", effect=_grew, limits=limits)


def _not_stopped(*reasons: Reason) -> Callable[[Scene], bool]:
    def effect(scene: Scene) -> bool:
        late = scene.outcome.phases.get("total", 0.0) > 6000
        return late or scene.outcome.reason not in reasons

    return effect


def _endless(code: str, *reasons: Reason, **limits: object) -> Attack:
    given = {"wall_seconds": 0.5, **limits}
    return Attack(line=LIMITS, code=code, effect=_not_stopped(*reasons), limits=given)


def _too_much_kept(scene: Scene) -> bool:
    kept = len(scene.outcome.stdout) + len(scene.outcome.stderr)
    return kept > 140_000 or scene.outcome.output_bytes > 4 << 20


def _segment_left(scene: Scene) -> bool:
    with open("/proc/sysvipc/shm") as table:
        found = [line.split() for line in table.readlines()[1:]]
    mine = [int(line[1]) for line in found if line[3] == "1234567"]
    for number in mine:
        ctypes.CDLL(None).shmctl(number, 0, None)
    return bool(mine)


_LABELS_BY_HASH = """
import gc, hashlib, re
pattern = re.compile(rb'lab' + rb'els-([0-9a-f]{32})')
found = []
def look(data):
    for match in pattern.finditer(data):
        found.append(match[1])
for thing in gc.get_objects():
    if isinstance(thing, (str, bytes)):
        look(thing.encode('utf-8', 'replace') if isinstance(thing, str) else thing)
    elif isinstance(thing, (dict, list, tuple)):
        for value in (thing.values() if isinstance(thing, dict) else thing):
            if isinstance(value, (str, bytes)):
                look(value.encode('utf-8', 'replace') if isinstance(value, str) else value)
for who in ('self', str(os.getppid())):
    try:
        with open(f'/proc/{who}/maps') as maps, open(f'/proc/{who}/mem', 'rb', 0) as memory:
            for line in maps:
                start, end = (int(part, 16) for part in line.split()[0].split('-'))
                if line.split()[1].startswith('rw') and end - start < 1 << 28:
                    try:
                        memory.seek(start)
                        look(memory.read(end - start))
                    except (OSError, ValueError, OverflowError):
                        pass
    except OSError as error:
        print(who, type(error).__name__)
print('found', found)
"""

ATTACKS = {
    "bytearray of 50 GB": _allocating("x = bytearray(50 << 30)"),
    "array of 50 GB": _allocating("x = numpy.zeros(50 << 30, 'u1')"),
    "shared mapping of 50 GB": _allocating("import mmap; x = mmap.mmap(-1, 50 << 30)"),
    "creeping allocation": _allocating(
        "x = []\nfor _ in range(2000): x.append(bytes(1 << 20))", data_bytes=200 << 20
    ),
    "creeping shared mappings": _allocating(
        "import mmap\nx = []\nfor _ in range(600):\n    x.append(mmap.mmap(-1, 1 << 20))\n"
        "    x[-1].write(bytes(1 << 20))",
        data_bytes=200 << 20,
        address_space_bytes=500 << 20,
    ),
    "memfd": Attack(
        line=OUTSIDE_LIMITS,
        code="os.write(os.memfd_create('mine'), bytes(32 << 20)); now()",
        effect=lambda scene: any("memfd:mine" in name for name in scene.seen.open_files),
        possible_at=(1,),
    ),
    "shared memory segment": Attack(
        line=OUTSIDE_LIMITS,
        code="print(libc.shmget(0x99887766, 1234567, 0o1600))",
        effect=_segment_left,
        possible_at=(1,),
    ),
    "thread bomb": Attack(
        line=THREADS,
        code=f"""import threading
threading.stack_size(65536)
try:
    for _ in range({_MANY}): threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
except RuntimeError: pass
now()""",
        effect=lambda scene: scene.seen.threads > _MANY,
        possible_at=(1, 2, 3),
        root_only=True,
        limits={"threads": 8},
    ),
    "endless loop": _endless("while True: pass", Reason.TIMEOUT),
    "endless sleep": _endless("time.sleep(600)", Reason.TIMEOUT),
    "endless loop in C": _endless("libc.select(0, 0, 0, 0, 0)", Reason.TIMEOUT),
    "every signal ignored": _endless(
        """import signal
for number in signal.valid_signals():
    try: signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError): pass
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
while True: pass""",
        Reason.TIMEOUT,
    ),
    "processor limit, its signal ignored": _endless(
        "import signal; signal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass",
        Reason.CPU,
        Reason.TIMEOUT,
        wall_seconds=5.0,
        cpu_seconds=1,
    ),
    "file of 20 GB": Attack(
        line=LIMITS,
        code="""file = open('big', 'wb')
each(lambda: file.truncate(20 << 30), lambda: [file.write(bytes(1 << 18)) for _ in range(20)])""",
        effect=lambda scene: (
            scene.outcome.artifacts["big"].content is None or len(scene.content("big")) > 1 << 20
        ),
        limits={"file_bytes": 1 << 20},
        artifacts=("big",),
    ),
    "print 1 GB": Attack(
        line=LIMITS,
        code="for _ in range(1 << 10): print('x' * (1 << 20))",
        effect=_too_much_kept,
        limits={"output_bytes": 1 << 20},
    ),
    "record 1 GB": Attack(
        line=LIMITS,
        code="for _ in range(1 << 10): facts.emit('x', text='x' * (1 << 20))",
        effect=lambda scene: len(scene.outcome.frames) > 8,
        limits={"facts_bytes": 4 << 20},
    ),
    "raise the limits": Attack(
        line=RAISING,
        code="""import resource as r
for name in ('RLIMIT_AS', 'RLIMIT_DATA', 'RLIMIT_FSIZE', 'RLIMIT_NOFILE', 'RLIMIT_CPU'):
    kind = getattr(r, name)
    before = r.getrlimit(kind)[1]
    each(lambda: r.setrlimit(kind, (before + 1, before + 1)))
    if r.getrlimit(kind)[1] > before: print('raised', name)""",
        effect=lambda scene: "raised" in scene.printed,
        possible_at=(1,),
        root_only=True,
        sure=False,  # a container may keep even uid 0 from it
    ),
    "secret in the environment": Attack(
        line=INHERITED,
        code="""print(dict(os.environ))
each(*[lambda who=who: open(f'/proc/{who}/environ').read()
       for who in ('self', os.getppid(), 1)])""",
        effect=lambda scene: "ETUDE_TEST_SECRET" in scene.printed,
    ),
    "inherited descriptors": Attack(
        line=INHERITED,
        code="""for fd in range(1024):
    try: print('fd', fd, os.readlink(f'/proc/self/fd/{fd}'))
    except OSError: pass""",
        effect=lambda scene: [
            line
            for line in scene.printed.splitlines()
            if "pipe:" not in line and not line.startswith("fd 3 socket:")
        ],
    ),
    "reading back the facts that were written": Attack(
        line=INHERITED,
        code="""facts.emit('mine')
fd = os.open('/proc/self/fd/3', os.O_RDONLY | os.O_NONBLOCK)
time.sleep(0.1)
print(os.read(fd, 99))""",
        effect=lambda scene: "b'" in scene.printed,
    ),
    "what stands on the standard input": Attack(
        line=INHERITED,
        code="print('read', len(sys.stdin.read()), len(os.read(0, 99)))",
        effect=lambda scene: "read 0 0" not in scene.printed,
    ),
    "labels in inherited memory": Attack(
        line=INHERITED,
        code=_LABELS_BY_HASH,
        effect=lambda scene: "found []" not in scene.printed,
        limits={"wall_seconds": 30.0},
    ),
    "what one run patches is whole in the next": Attack(
        line=LEFT,
        code="""import builtins, json
numpy.zeros = builtins.len = json.dumps = lambda *a: 'patched'
sys.modules['numpy'] = None""",
        effect=lambda scene: (
            scene.again("import json, numpy; print(json.dumps(len(numpy.zeros(2))))") != "2\n"
        ),
    ),
    "files left in the scratch folder": Attack(
        line=LEFT,
        code="os.makedirs('.keras/deep'); open('.keras/deep/left', 'w').write('x')",
        effect=lambda scene: (
            "left" in scene.again("import os; print(list(os.walk('.')))")
            or not _soon(lambda: not _scratch_entries(scene))
        ),
    ),
}


def _scratch_entries(scene: Scene) -> list[object]:
    return list(scene.sandbox._folder.runs.iterdir())


def _soon(condition: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 5
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.02)
    return condition()
