"""Several files as one: the same files give the same bytes, and only plain files come out."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath

# The earliest moment that the format knows; a real one would make every archive another.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16


class UnreadableArchive(Exception):
    """The bytes are no such archive; the message says why."""


def packed(members: Mapping[str, bytes]) -> bytes:
    """A zip archive of contents by path, in the order of their paths."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in sorted(members.items()):
            info = zipfile.ZipInfo(name, date_time=_MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # whatever the system is
            info.external_attr = _MODE
            archive.writestr(info, content)
    return stored.getvalue()


def unpacked(archive: bytes, *, most_bytes: int) -> Mapping[str, bytes]:
    """Contents by path; nothing is written anywhere.

    Raises:
      UnreadableArchive: it is no zip archive, is damaged, holds more than ``most_bytes``, or a path
        that leaves its folder.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            _assert_harmless(opened, most_bytes)
            return {info.filename: opened.read(info) for info in opened.infolist()}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise UnreadableArchive(f"it is no archive that étude has written ({error})") from None


def _assert_harmless(opened: zipfile.ZipFile, most_bytes: int) -> None:
    size = sum(info.file_size for info in opened.infolist())
    if size > most_bytes:
        raise UnreadableArchive(f"it holds {size:,} bytes, and at most {most_bytes:,} are read")
    for name in opened.namelist():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or name.endswith("/") or "\\" in name:
            raise UnreadableArchive(f"it holds {name!r}, which is no file of its own")
