"""Bytes are kept once, by their SHA-256, and come back proved."""

import hashlib
from pathlib import Path

import pytest

from etude.store.blobs import Blobs, FolderBlobs, MemoryBlobs
from etude.store.port import StoreProblem


@pytest.fixture(params=["memory", "folder"])
def blobs(request: pytest.FixtureRequest, tmp_path: Path) -> Blobs:
    return MemoryBlobs() if request.param == "memory" else FolderBlobs(tmp_path / "deep" / "blobs")


@pytest.mark.parametrize("content", [b"", b"a model\x00\xff", b"x" * 3_000_000])
def test_bytes_come_back_under_their_sha256(blobs: Blobs, content: bytes) -> None:
    name = blobs.put(content)

    assert name == hashlib.sha256(content).hexdigest()
    assert blobs.get(name) == content


def test_the_same_bytes_twice_are_one(blobs: Blobs) -> None:
    assert blobs.put(b"again") == blobs.put(b"again")


def test_what_was_never_kept_is_told(blobs: Blobs) -> None:
    with pytest.raises(StoreProblem, match="cannot be read"):
        blobs.get("0" * 64)


def test_a_file_that_was_altered_is_not_taken_for_what_was_kept(tmp_path: Path) -> None:
    blobs = FolderBlobs(tmp_path)
    name = blobs.put(b"a model")
    (tmp_path / name).write_bytes(b"another")

    with pytest.raises(StoreProblem, match="has changed"):
        blobs.get(name)


def test_nothing_but_whole_files_is_left_in_the_folder(tmp_path: Path) -> None:
    names = {FolderBlobs(tmp_path).put(content) for content in (b"one", b"two", b"one")}

    assert {path.name for path in tmp_path.iterdir()} == names


def test_a_full_disk_is_told_and_leaves_nothing_behind(small_disk: Path) -> None:
    blobs = FolderBlobs(small_disk / "blobs")
    name = blobs.put(b"kept")

    with pytest.raises(StoreProblem, match=r"cannot keep your files.*Free some space"):
        blobs.put(b"x" * 5_000_000)

    assert [path.name for path in (small_disk / "blobs").iterdir()] == [name]


def test_a_folder_that_cannot_be_written_is_told(read_only_folder: Path) -> None:
    with pytest.raises(StoreProblem, match="right to write there"):
        FolderBlobs(read_only_folder / "blobs").put(b"x")
