"""Starts a Python process that inherits one descriptor of ours, on every platform."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import Any


def start_python(
    options: Sequence[str],
    descriptor: int,
    arguments: Sequence[str] = (),
    *,
    environment: Mapping[str, str],
    **popen: Any,
) -> "subprocess.Popen[bytes]":
    """``python OPTIONS DESCRIPTOR ARGUMENTS``; on Windows the descriptor travels as a handle.

    Args:
      popen: further arguments of ``subprocess.Popen``.
    """
    if sys.platform == "win32":
        import msvcrt

        handle = msvcrt.get_osfhandle(descriptor)
        os.set_handle_inheritable(handle, True)
        startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": [handle]})
        command = [sys.executable, *options, str(handle), *arguments]
        environment = {**os.environ, **environment}
        return subprocess.Popen(command, env=environment, startupinfo=startup, **popen)
    command = [sys.executable, *options, str(descriptor), *arguments]
    return subprocess.Popen(command, env=dict(environment), pass_fds=(descriptor,), **popen)
