"""Runs learner code where it can do no harm: ``run(job) -> outcome``.

Names are loaded when first used: a command that runs nothing does not wait for what runs.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from etude.sandbox.cancellation import Cancellation
    from etude.sandbox.control import stop_worker, worker_status
    from etude.sandbox.opening import open_sandbox
    from etude.sandbox.port import Sandbox, SandboxUnavailable
    from etude.sandbox.settings import SandboxSettings

__all__ = [
    "Cancellation",
    "Sandbox",
    "SandboxSettings",
    "SandboxUnavailable",
    "open_sandbox",
    "stop_worker",
    "worker_status",
]

_MODULES = {
    "Cancellation": "cancellation",
    "Sandbox": "port",
    "SandboxSettings": "settings",
    "SandboxUnavailable": "port",
    "open_sandbox": "opening",
    "stop_worker": "control",
    "worker_status": "control",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value
