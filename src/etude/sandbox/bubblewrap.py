"""The command line that starts a worker inside namespaces of its own (bubblewrap)."""

import os
import shutil
from collections.abc import Iterator, Sequence

from etude.sandbox.readable import Readable

RUNS_FOLDER = "/runs"
_SCRATCH_MOUNT = "/runs/scratch"
_TOP_LEVEL_LINKS = ("bin", "lib", "lib32", "lib64", "sbin")
# --dev would nest a second user namespace, in which children cannot be given their own processes.
_DEVICES = ("null", "zero", "random", "urandom")
# Each child mounts a /proc of its own, and Landlock has to allow it before it exists: by a rule for
# the folder that holds the mount. That must not be the root, so /proc is a link to one below it.
_KERNEL = "/kernel"
_CPU_TOPOLOGY = "/sys/devices/system/cpu"


def find_bubblewrap() -> str | None:
    """Path of the program, if it is installed."""
    return shutil.which("bwrap", path="/usr/bin:/bin:/usr/local/bin")


def wrap(program: str, command: Sequence[str], *, readable: Readable) -> list[str]:
    """``command`` inside a world that holds only what is readable; ``program`` is bubblewrap."""
    return [
        program,
        *("--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"),
        *("--unshare-cgroup-try", "--new-session", "--hostname", "sandbox"),
        *_mounts(readable),
        *("--chdir", "/"),
        # Over its own namespace only: the worker needs them to give each child a world of its own.
        *("--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETPCAP"),
        "--",
        *command,
    ]


def _mounts(readable: Readable) -> Iterator[str]:
    yield from ("--tmpfs", "/tmp")
    for root in readable.roots:
        yield from ("--ro-bind", root, root)
    yield from _top_level_links()
    for spelling, root in _other_spellings(readable):
        yield from ("--ro-bind", root, spelling)
    for secret in _visible_secrets(readable):
        yield from _mask(secret)
    yield from ("--dir", _KERNEL, "--proc", f"{_KERNEL}/proc", "--symlink", "kernel/proc", "/proc")
    yield from ("--ro-bind-try", _CPU_TOPOLOGY, _CPU_TOPOLOGY)
    for device in _DEVICES:
        yield from ("--dev-bind", f"/dev/{device}", f"/dev/{device}")
    yield from ("--dir", RUNS_FOLDER, "--dir", _SCRATCH_MOUNT, "--remount-ro", "/")


def _top_level_links() -> Iterator[str]:
    for name in _TOP_LEVEL_LINKS:
        if os.path.islink(f"/{name}"):
            yield from ("--symlink", os.readlink(f"/{name}"), f"/{name}")


def _other_spellings(readable: Readable) -> Iterator[tuple[str, str]]:
    """Places that are reached through a symbolic link which would be missing inside."""
    for spelling, real in readable.spellings.items():
        top = spelling.split("/")[1]
        inside_a_root = any(spelling.startswith(root + "/") for root in readable.roots)
        if top not in _TOP_LEVEL_LINKS and not inside_a_root:
            yield spelling, real


def _visible_secrets(readable: Readable) -> Iterator[str]:
    for secret in readable.hidden:
        if not os.path.exists(secret):
            continue
        if any(secret.startswith(root + "/") for root in readable.roots):
            yield secret
        for spelling, real in _other_spellings(readable):
            if secret.startswith(real + "/"):
                yield spelling + secret[len(real) :]


def _mask(secret: str) -> Iterator[str]:
    if os.path.isdir(secret):
        yield from ("--tmpfs", secret, "--remount-ro", secret)
    else:
        yield from ("--ro-bind", "/dev/null", secret)
