"""Runs learner code where it can do no harm: ``run(job) -> outcome``."""

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
