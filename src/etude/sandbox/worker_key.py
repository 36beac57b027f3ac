"""Two short names for a worker: what it was asked to be, and what it is made of.

A running worker may serve whoever asks for the same two. When only the second differs, TensorFlow,
Keras, Python or étude has changed since it started, and it has to be replaced.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from importlib import metadata
from pathlib import Path

from etude.domain.worker_protocol import PROTOCOL_VERSION
from etude.sandbox.readable import package_holder
from etude.sandbox.settings import SandboxSettings

_DISTRIBUTIONS = (
    "etude",
    "tensorflow",
    "tensorflow-cpu",
    "tensorflow-intel",
    "tf-nightly",
    "keras",
    "numpy",
    "h5py",
    "landlockpy",
    "pyseccomp",
)
_OWN_CODE = ("worker", "domain", "checks")
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
    for name in _DISTRIBUTIONS:
        yield from _distribution(name)
    yield from _own_code()


def _distribution(name: str) -> Iterator[object]:
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return
    folder = getattr(found, "_path", None)
    changed = os.stat(folder).st_mtime_ns if folder is not None else 0
    yield (name, found.version, changed)


def _own_code() -> Iterator[object]:
    """In a checkout the version stays while the code changes."""
    package = Path(package_holder(), "etude")
    for part in _OWN_CODE:
        files = sorted((package / part).rglob("*.py"))
        yield tuple((path.name, path.stat().st_mtime_ns) for path in files)
