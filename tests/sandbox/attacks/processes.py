"""Attacks by processes, and on other processes."""

import resource

from attack import Attack, Scene

from etude.domain.outcome import Fault

STARTING = "network, local sockets, starting processes"
SIGNALS = "signals to other processes, their limits"
READING = "reading the memory and environment of other processes"
NAMES = "seeing other processes' names"
KERNEL = "namespaces, io_uring and other calls that widen rights"
LEFT = "leaving something behind"

_X32_GETPID = 0x40000000 + 39
_SIGIO_BY_OWNER = """
import array, fcntl, socket
one, other = socket.socketpair()
{set_owner}
fcntl.fcntl(one, fcntl.F_SETFL, fcntl.fcntl(one, fcntl.F_GETFL) | os.O_ASYNC)
other.send(b'x')
"""


def _victim_gone(scene: Scene) -> bool:
    return scene.victim_state() == "gone"


def _secret_printed(scene: Scene) -> bool:
    return scene.secret in scene.printed


def _on_victim(code: str, **fields: object) -> Attack:
    given = {"line": SIGNALS, "effect": _victim_gone, "possible_at": (1,), **fields}
    # A signal takes a moment to arrive.
    return Attack(code=f"{code}\ntime.sleep(0.1)", **given)  # type: ignore[arg-type]


def _reading(code: str, **fields: object) -> Attack:
    given = {"line": READING, "effect": _secret_printed, "possible_at": (1,), **fields}
    return Attack(code=code, **given)  # type: ignore[arg-type]


def _starting(code: str, **fields: object) -> Attack:
    given = {"line": STARTING, "possible_at": (1,), **fields}
    return Attack(code=code, **given)  # type: ignore[arg-type]


def _limit_of_victim_changed(scene: Scene) -> bool:
    return resource.prlimit(scene.victim, resource.RLIMIT_NOFILE)[0] == 7


def _own_user_namespace(scene: Scene) -> bool:
    return len(scene.seen.user_namespaces) > 1


ATTACKS = {
    "fork bomb": _starting(
        """for _ in range(20):
    if os.fork() == 0:
        time.sleep(30)
        os._exit(0)
now()""",
        effect=lambda scene: len(scene.seen.pids) > 1,
    ),
    "fork by clone, vfork and posix_spawn": _starting(
        """libc.syscall.restype = ctypes.c_long
def clone():  # x86-64 and aarch64 alike
    number = 56 if os.uname().machine == 'x86_64' else 220
    if libc.syscall(number, 17, 0, 0, 0, 0) == 0:
        time.sleep(30)
        os._exit(0)
each(clone, lambda: os.posix_spawn('/bin/sleep', [at['marker'], '30'], {}))
now()""",
        effect=lambda scene: len(scene.seen.pids) > 1,
    ),
    "run a program": _starting(
        "import subprocess; print(subprocess.run(['/usr/bin/id'], capture_output=True).stdout)",
        effect=lambda scene: "uid=" in scene.printed,
    ),
    "become another program": _starting(
        "os.execv('/usr/bin/id', ['id'])", effect=lambda scene: "uid=" in scene.printed
    ),
    "leave a daemon behind": Attack(
        line=LEFT,
        code="""if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        for fd in range(64):
            try: os.close(fd)
            except OSError: pass
        time.sleep(60)
    os._exit(0)
time.sleep(0.1)""",
        effect=lambda scene: scene.left(),
        possible_at=(1,),
    ),
    "leave a thread behind": Attack(
        line=LEFT,
        code="""import threading
threading.Thread(target=time.sleep, args=(60,), daemon=True).start()""",
        effect=lambda scene: scene.left(),
    ),
    "SIGKILL the worker": Attack(
        line=SIGNALS,
        code="os.kill(os.getppid() or 2, 9); time.sleep(0.3)",
        effect=lambda scene: scene.outcome.fault is Fault.SYSTEM or not scene.worker_lives(),
        possible_at=(1,),
    ),
    "SIGSTOP the worker": Attack(
        line=SIGNALS,
        code="os.kill(os.getppid() or 2, 19); time.sleep(0.3)",
        effect=lambda scene: scene.outcome.fault is Fault.SYSTEM,
        possible_at=(1,),
        limits={"wall_seconds": 1.0},
    ),
    "SIGKILL the grader": _on_victim("os.kill(at['victim'], 9)"),
    "SIGKILL by thread": _on_victim("libc.syscall(234, at['victim'], at['victim'], 9)", sure=False),
    "SIGKILL by a queued signal": _on_victim("libc.sigqueue(at['victim'], 9, ctypes.c_void_p(0))"),
    "SIGKILL by descriptor": _on_victim(
        "import signal; signal.pidfd_send_signal(os.pidfd_open(at['victim']), 9)"
    ),
    "SIGIO by owner": _on_victim(
        _SIGIO_BY_OWNER.format(set_owner="fcntl.fcntl(one, 8, at['victim'])")
    ),
    "SIGIO by owner, set by ioctl": _on_victim(
        _SIGIO_BY_OWNER.format(
            set_owner="fcntl.ioctl(one, 0x8901, array.array('i', [at['victim']]))"
        )
    ),
    "stop the grader": _on_victim(
        "os.kill(at['victim'], 19)", effect=lambda scene: scene.victim_state() == "T"
    ),
    "limits of the grader": _on_victim(
        "import resource as r; r.prlimit(at['victim'], r.RLIMIT_NOFILE, (7, 7))",
        effect=_limit_of_victim_changed,
    ),
    "ptrace the grader": Attack(
        line=SIGNALS,
        code="print(libc.ptrace(16, at['victim'], 0, 0)); now()",
        # A tracer that ends lets go; while it lives the tracee is seen standing still.
        effect=lambda scene: scene.printed.startswith("0"),
        possible_at=(1,),
        sure=False,
    ),
    "environment of the grader": _reading("print(open(f\"/proc/{at['victim']}/environ\").read())"),
    "memory of the grader": _reading(
        """import re
stack = next(line for line in open(f"/proc/{at['victim']}/maps") if '[stack]' in line)
start, end = (int(part, 16) for part in stack.split()[0].split('-'))
with open(f"/proc/{at['victim']}/mem", 'rb', 0) as memory:
    memory.seek(start)
    print(re.findall(rb'secret-[0-9a-f]+', memory.read(end - start)))""",
        sure=False,  # Yama may forbid it
    ),
    "name of the grader": Attack(
        line=NAMES,
        code="print(open(f\"/proc/{at['victim']}/cmdline\").read())",
        effect=lambda scene: f"{scene.marker}-victim" in scene.printed,
        possible_at=(1, 2),
    ),
    "nested user namespace": Attack(
        line=KERNEL,
        code="""print(libc.unshare(0x10000000 | 0x20000))
print(libc.mount(b'none', b'/tmp', b'tmpfs', 0, None))
open('/tmp/mine', 'w').write('x'); print('mounted')""",
        effect=lambda scene: "mounted" in scene.printed,
        possible_at=(1,),
        sure=False,
    ),
    "io_uring": Attack(
        line=KERNEL,
        code="libc.syscall(425, 4, bytes(120)); now()",
        effect=lambda scene: any("io_uring" in name for name in scene.seen.open_files),
        possible_at=(1,),
        sure=False,
    ),
    "calls by the x32 numbers": Attack(
        line=KERNEL,
        code=f"print('answer', libc.syscall({_X32_GETPID}), flush=True)",
        effect=lambda scene: "answer" in scene.printed and "answer -1" not in scene.printed,
    ),
    "setuid bit in the scratch folder": Attack(
        line=KERNEL,
        code="""open('mine', 'wb').write(open('/usr/bin/id', 'rb').read())
os.chmod('mine', 0o4755)
import subprocess; print(subprocess.run(['./mine'], capture_output=True).stdout)""",
        effect=lambda scene: "uid=" in scene.printed,
        possible_at=(1,),
    ),
}
