"""Several files as one: always the same bytes, and nothing but plain files comes out."""

import io
import time
import zipfile

import pytest

from etude.exams.archive import UnreadableArchive, packed, unpacked

FILES = {"b/two.txt": b"two" * 100, "a.txt": b"one"}
ROOM = 1 << 20


def zipped(**files: bytes) -> bytes:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stored.getvalue()


def test_what_is_packed_comes_out_again() -> None:
    assert unpacked(packed(FILES), most_bytes=ROOM) == FILES


def test_the_same_files_give_the_same_bytes_whenever_and_in_whatever_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = packed(FILES)
    monkeypatch.setattr(time, "time", lambda: 2e9)

    assert packed(dict(reversed(FILES.items()))) == first


@pytest.mark.parametrize(
    "name", ["../out.txt", "/etc/passwd", "a/../../b", "folder/", "..\\out.txt"]
)
def test_a_path_that_leaves_its_folder_is_refused(name: str) -> None:
    with pytest.raises(UnreadableArchive, match="no file of its own"):
        unpacked(zipped(**{name: b""}), most_bytes=ROOM)


def test_what_bursts_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableArchive, match="holds 10,000,000 bytes"):
        unpacked(zipped(bomb=bytes(10_000_000)), most_bytes=ROOM)


@pytest.mark.parametrize("content", [b"", b"text", packed(FILES)[:-30], packed(FILES)[40:]])
def test_what_is_no_archive_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableArchive):
        unpacked(content, most_bytes=ROOM)
