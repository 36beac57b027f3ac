"""Picks the sandbox that this platform allows."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from etude.sandbox.port import Sandbox
from etude.sandbox.settings import SandboxSettings

_DEFAULTS = SandboxSettings()


def open_sandbox(
    *,
    runtime_dir: Path,
    minimum_level: int = 1,
    maximum_level: int = 3,
    background: bool = True,
    settings: SandboxSettings = _DEFAULTS,
) -> Sandbox:
    """A sandbox; its worker is started by the first run, or by asking for its isolation.

    Args:
      runtime_dir: folder for sockets and logs, made with mode 0700 if it is not there.
      minimum_level: below this isolation nothing is run.
      maximum_level: isolation that is tried first.
      background: the worker outlives this process and is shared by all of the user's commands.
      settings: everything else; its own levels and ``background`` are replaced.

    Raises:
      SandboxUnavailable: ``runtime_dir`` is not safe to use.
    """
    chosen = replace(
        settings,
        minimum_level=minimum_level,
        maximum_level=maximum_level,
        background=background,
    )
    if can_fork():
        from etude.sandbox.warm import WarmSandbox

        return WarmSandbox(runtime_dir, chosen)
    from etude.sandbox.spare import SpareSandbox

    return SpareSandbox(chosen)


def can_fork() -> bool:
    """Whether a process that has TensorFlow loaded may be forked, and its end awaited."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:  # a kernel before 5.3, or a container that forbids it
        return False
    return True
