"""Two short names for a worker: what it was asked to be, and what it is made of.

A running worker may serve whoever asks for the same two. When only the second differs, TensorFlow,
Keras, Python or étude has changed since it started, and it has to be replaced.
"""

import hashlib
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from etude.domain.worker_protocol import PROTOCOL_VERSION
from etude.sandbox.readable import package_holder
from etude.sandbox.settings import SandboxSettings

_DISTRIBUTIONS = (
    "etude",
    "tensorflow",
    "tensorflow_cpu",
    "tensorflow_intel",
    "tf_nightly",
    "keras",
    "numpy",
    "h5py",
    "landlockpy",
    "pyseccomp",
)
_OWN_CODE = ("worker", "sandbox", "domain", "checks")
_NAME_LENGTH = 8


@dataclass(frozen=True, slots=True)
class WorkerKey:
    purpose: str
    makings: str

    @property
    def folder_name(self) -> str:
        return f"w-{self.purpose}-{self.makings}"

    def replaces(self, folder_name: str) -> bool:
        """Whether ``folder_name`` belongs to an outdated worker for the same purpose."""
        return folder_name.startswith(f"w-{self.purpose}-") and folder_name != self.folder_name


def worker_key(settings: SandboxSettings) -> WorkerKey:
    """Reads versions and file times; imports nothing that it asks about."""
    return WorkerKey(_short(astuple(settings)), _short(tuple(_makings())))


def _short(value: object) -> str:
    return hashlib.sha256(repr(value).encode()).hexdigest()[:_NAME_LENGTH]


def _makings() -> Iterator[object]:
    yield PROTOCOL_VERSION
    yield (sys.executable, sys.prefix, sys.version)
    yield tuple(sorted(_distributions()))
    yield from _own_code()


def _distributions() -> Iterator[tuple[str, int]]:
    """Installed releases by the folders that installers make for them; ``importlib.metadata`` opens
    and reads ten files to say the same, which takes fifty times as long."""
    for path in dict.fromkeys(sys.path):
        if not os.path.isdir(path):
            continue
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.endswith((".dist-info", ".egg-info")) and _is_ours(entry.name):
                    yield entry.path, entry.stat().st_mtime_ns


def _is_ours(folder_name: str) -> bool:
    name = re.split(r"-|\.egg-info$", folder_name)[0]
    return re.sub(r"[-_.]+", "_", name).lower() in _DISTRIBUTIONS


def _own_code() -> Iterator[object]:
    """In a checkout the version stays while the code changes."""
    package = Path(package_holder(), "etude")
    for part in _OWN_CODE:
        files = sorted((package / part).rglob("*.py"))
        yield tuple((path.name, path.stat().st_mtime_ns) for path in files)
