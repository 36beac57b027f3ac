"""A child that stands isolated and rehearsed before anybody has asked for a run.

Most of what a small run costs is its process: forking, isolating, starting TensorFlow's runtime.
A child on standby has that behind it. It serves one run like any other child.
"""

import contextlib
import os
import signal
import socket
from dataclasses import dataclass

import msgspec

from etude import decoding
from etude.domain.job import Limits
from etude.domain.worker_protocol import MESSAGE_BYTES, RUN_DESCRIPTORS, RunRequest
from etude.worker.child import Inherited, Run

_DESCRIPTORS = RUN_DESCRIPTORS + 1  # and the guest's connection
_READY = b"r"


@dataclass(frozen=True, slots=True, eq=False)
class Standby:
    """The worker's end of a waiting child.

    Attributes:
      door: a run is passed through it; closing it sends the child away.
      limits: those it was made for; runs with as large a scratch folder can have it.
    """

    pid: int
    pidfd: int
    door: socket.socket
    scratch: str
    limits: Limits

    @property
    def is_ready(self) -> bool:
        """Whether the child has rehearsed; until then a new child is sooner at work."""
        try:
            return self.door.recv(len(_READY), socket.MSG_PEEK | socket.MSG_DONTWAIT) == _READY
        except OSError:
            return False

    def fits(self, limits: Limits) -> bool:
        return self.limits.room == limits.room

    def take(self, request: RunRequest, inherited: Inherited) -> bool:
        """Passes a run on, to a child that is ready; False when it has gone."""
        descriptors = [
            *(inherited.stdout, inherited.stderr, inherited.facts, inherited.job),
            inherited.connection,
        ]
        try:
            # Closed with something unread, the door would break before the child has its run.
            self.door.recv(len(_READY))
            socket.send_fds(self.door, [msgspec.json.encode(request)], descriptors)
        except OSError:
            return False
        finally:
            self.door.close()
        return True

    def dismiss(self) -> None:
        """Ends a child that nobody needs any more."""
        self.door.close()
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.close(self.pidfd)
        os.waitpid(self.pid, 0)


def make_door() -> tuple[socket.socket, socket.socket]:
    """The worker's end and the child's."""
    return socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)


def wait_at(door: socket.socket) -> Run | None:
    """Says that the child is ready and waits for a run, at the child's end.

    Returns None when the worker has no use for the child.
    """
    with contextlib.suppress(OSError):  # then the worker has gone, as what follows will tell
        door.send(_READY)
    data, descriptors, _, _ = socket.recv_fds(door, MESSAGE_BYTES, _DESCRIPTORS)
    door.detach()  # closed with everything else, when the run's descriptors are arranged
    if len(descriptors) != _DESCRIPTORS:
        return None
    stdout, stderr, facts, job, connection = descriptors
    request = decoding.from_json(data, RunRequest)
    return Run(request, Inherited(stdout, stderr, facts, job, connection))
