"""``python -m etude.worker``: started by the sandbox with its descriptors in place."""

import contextlib
import os
import signal
import socket
import sys

import msgspec

from etude import decoding
from etude.domain.worker_protocol import (
    BIRTH_CRY,
    BIRTH_FD,
    LIFELINE_FD,
    LISTENER_FD,
    SETTINGS_FD,
    Birth,
    WorkerSettings,
    WorkerStatus,
)
from etude.worker import child, preload
from etude.worker.isolation.plan import IsolationPlan, LayerMissing
from etude.worker.probe import probe
from etude.worker.zygote import Zygote

_BACKLOG = 64


def main() -> int:
    """Probes, loads, serves; returns the worker's exit code. A child never returns from here."""
    # Whoever waits for the end of a pipe of theirs must not have to wait for us.
    os.closerange(LIFELINE_FD + 1, os.sysconf("SC_OPEN_MAX"))
    os.write(BIRTH_FD, BIRTH_CRY)
    settings = _read_settings()
    _leave_the_terminal()
    try:
        plan = IsolationPlan(settings)
        layers = {**probe(settings, plan), **settings.lacking, **_gaps()}
        preloaded = preload.load(settings.preload, settings.perform)
    except LayerMissing as missing:
        return _fail(Birth(ready=False, missing_layer=True, detail=str(missing)))
    except preload.CannotServe as reason:
        return _fail(Birth(ready=False, detail=str(reason)))
    zygote = _open_for_business(settings, plan, layers)
    born = zygote.serve()
    if born is not None:
        child.live(born, settings=settings, plan=plan, layers=layers, preloaded=preloaded)
    return 0


def _read_settings() -> WorkerSettings:
    # The descriptor stays open: a child counts on what the worker keeps having higher numbers.
    with os.fdopen(SETTINGS_FD, "rb", closefd=False) as file:
        return decoding.from_json(file.read(), WorkerSettings)


def _gaps() -> dict[str, str]:
    """What the kernel leaves open although the layer stands."""
    if os.getuid() != 0:
        return {}
    return {"thread limit": "not enforced for uid 0; run étude as another user"}


def _leave_the_terminal() -> None:
    os.chdir("/")
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def _open_for_business(
    settings: WorkerSettings, plan: IsolationPlan, layers: dict[str, str]
) -> Zygote:
    """Listens only now: until then whoever connects is refused, and knows nobody is there."""
    listener = socket.socket(fileno=LISTENER_FD)
    listener.setblocking(False)
    listener.listen(_BACKLOG)
    status = WorkerStatus(
        pid=os.getpid(),
        level=settings.level,
        layers=layers,
        uptime_seconds=0.0,
        runs=0,
        running=0,
        versions=preload.versions(),
    )
    lifeline = LIFELINE_FD if settings.private else None
    zygote = Zygote(settings, listener=listener, fork=plan.fork, status=status, lifeline=lifeline)
    _announce(Birth(ready=True, layers=layers))
    return zygote


def _announce(birth: Birth) -> None:
    with contextlib.suppress(OSError):  # whoever started us has gone; others may come
        os.write(BIRTH_FD, msgspec.json.encode(birth))
    os.close(BIRTH_FD)


def _fail(birth: Birth) -> int:
    _announce(birth)
    return 1


if __name__ == "__main__":
    sys.exit(main())
