"""A world of its own for each child: processes, network, mounts, and a scratch with a quota.

The worker itself runs inside bubblewrap with CAP_SYS_ADMIN over its own user namespace. A child
gets its process namespace with one fork: the worker unshares, forks, and steps back.
"""

import os

from etude.domain.job import Limits
from etude.worker.isolation import libc

_PRIVATE = libc.CLONE_NEWNS | libc.CLONE_NEWNET | libc.CLONE_NEWIPC
_PLAIN = libc.MS_NOSUID | libc.MS_NODEV
_PROC = _PLAIN | libc.MS_NOEXEC


class ProcessNamespaces:
    """Forks children that are each the first process of a namespace of their own."""

    def __init__(self) -> None:
        self._own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)

    def fork(self) -> int:
        """As ``os.fork``."""
        libc.unshare(libc.CLONE_NEWPID)
        pid = -1
        try:
            pid = os.fork()
        finally:
            if pid != 0:
                libc.set_namespace(self._own, libc.CLONE_NEWPID)
        return pid


def enter_private_world(scratch: str, limits: Limits) -> None:
    """Leaves the worker's network and mounts; ``scratch``, a new folder with a quota, is all that
    can be written."""
    libc.unshare(_PRIVATE)
    libc.make_mounts_read_only("/")
    quota = f"size={limits.disk_bytes},nr_inodes={limits.files},mode=0700"
    libc.mount("tmpfs", scratch, _PLAIN, options=quota)
    # Only possible while the worker's own, fully visible /proc is still below it.
    libc.mount("proc", "/proc", _PROC)
    libc.mount("none", "/proc", libc.MS_REMOUNT | libc.MS_BIND | libc.MS_RDONLY | _PROC)
