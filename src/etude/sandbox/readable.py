"""What learner code may read: the interpreter, its libraries, public data, and no answers."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import etude
from etude.domain.worker_protocol import Grant

_SYSTEM = (
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/bin",
    "/etc/ld.so.cache",
    "/etc/localtime",
    "/etc/mime.types",
    "/etc/alternatives",
    "/etc/ssl/openssl.cnf",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Readable:
    """Attributes:
    roots: real paths that together hold everything readable, none inside another.
    hidden: real paths inside the roots that are not to be read, none inside another either.
    spellings: the same places as they are also written, through symbolic links.
    """

    roots: tuple[str, ...]
    hidden: tuple[str, ...]
    spellings: Mapping[str, str]

    def grants(self) -> tuple[Grant, ...]:
        """The roots, split up wherever something hidden lies inside one."""
        return tuple(grant for root in self.roots for grant in _grants_below(root, self.hidden))


def readable_places(
    environment: Mapping[str, str], *, extra: Sequence[str] = (), hidden: Sequence[str] = ()
) -> Readable:
    """Everything that a worker started with ``environment`` needs, and ``extra``."""
    imports = _import_path(environment)
    wanted = [*_SYSTEM, sys.prefix, sys.base_prefix, *imports, *extra]
    existing = [path for path in wanted if os.path.exists(path)]
    real = {path: os.path.realpath(path) for path in existing}
    return Readable(
        roots=_outermost(real.values()),
        hidden=_outermost(os.path.realpath(path) for path in (*_own_answers(), *hidden)),
        spellings={path: target for path, target in real.items() if path != target},
    )


def package_holder() -> Path:
    """The folder from which ``import etude`` is answered."""
    return _package_folder().parent


def _package_folder() -> Path:
    return Path(etude.__file__).resolve().parent


def _own_answers() -> Iterator[str]:
    """Solutions, questions with their answers, and all data that is not public."""
    package = _package_folder()
    yield str(package / "exercises")
    yield str(package / "questions")
    data = package / "data"
    yield str(data / "hidden")
    if data.is_dir():
        yield from (str(entry) for entry in data.iterdir() if _is_unpublished(entry))


def _is_unpublished(entry: Path) -> bool:
    return entry.is_dir() and entry.name not in ("public", "__pycache__")


def _import_path(environment: Mapping[str, str]) -> list[str]:
    """Asks the interpreter itself: only it knows its ``.pth`` files."""
    command = [sys.executable, "-P", "-c", "import sys; print('\\n'.join(sys.path))"]
    answer = subprocess.run(command, env=dict(environment), capture_output=True, text=True)
    return [line for line in answer.stdout.splitlines() if line]


def _outermost(paths: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for path in sorted(set(paths)):
        if not any(_is_inside(path, other) for other in kept):
            kept.append(path)
    return tuple(kept)


def _is_inside(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _grants_below(path: str, hidden: Sequence[str]) -> Iterator[Grant]:
    if any(_is_inside(path, secret) for secret in hidden):
        return
    if not any(_is_inside(secret, path) for secret in hidden):
        yield Grant(path=path)
        return
    # Importing needs the names in a folder, even of what it may not open.
    yield Grant(path=path, whole=False)
    for entry in sorted(os.listdir(path)):
        yield from _grants_below(os.path.join(path, entry), hidden)
