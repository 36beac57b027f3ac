"""Which questions and blueprints are installed, as one short version."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from etude.catalog.collections import QUESTIONS, collections

_DIGITS = 12
_NOT_CONTENT = "__pycache__"


def content_version() -> str:
    """Hexadecimal digits that differ as soon as any file of any question or blueprint does."""
    found = hashlib.sha256()
    for folder in collections(QUESTIONS):
        for path in _files(folder):
            name = path.relative_to(folder).as_posix().encode()
            found.update(hashlib.sha256(name).digest())
            found.update(hashlib.sha256(path.read_bytes()).digest())
    return found.hexdigest()[:_DIGITS]


def _files(folder: Path) -> Iterator[Path]:
    """In an order that no file system decides."""
    known = (path for path in folder.rglob("*") if _NOT_CONTENT not in path.parts)
    return iter(sorted((path for path in known if path.is_file()), key=lambda p: p.as_posix()))
