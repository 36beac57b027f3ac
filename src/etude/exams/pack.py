"""A pack of hidden sets in one file, for bodies that examine others: made, and proved to be whole.

It holds ``manifest.json``, which names every set with its SHA-256, and ``hidden/<set>.npz``. The
checksum of the whole is kept apart from it, since whoever changes one file would change both.
"""

import hashlib
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from etude import decoding
from etude.domain.problem import Problem
from etude.exams.archive import UnreadableArchive, packed, unpacked

FORMAT = 1
_MANIFEST = "manifest.json"
_MOST_BYTES = 2 << 30

Arrays = Mapping[str, np.ndarray]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackManifest:
    """What a pack says of itself.

    Attributes:
      questions: for which it was made; etude: the version that made it.
      sets: name of a hidden set -> SHA-256 of its file in the pack.
    """

    format: int
    questions: Sequence[str]
    etude: str
    sets: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack that was read and found whole."""

    manifest: PackManifest
    sets: Mapping[str, Arrays]


def sealed_pack(sets: Mapping[str, Arrays], *, questions: Sequence[str], etude: str) -> bytes:
    """The bytes of a pack; the same sets give the same."""
    files = {name: _stored(arrays) for name, arrays in sets.items()}
    manifest = PackManifest(
        format=FORMAT,
        questions=sorted(questions),
        etude=etude,
        sets={name: checksum(content) for name, content in sorted(files.items())},
    )
    members = {_member(name): content for name, content in files.items()}
    return packed({**members, _MANIFEST: msgspec.json.encode(manifest)})


def opened_pack(content: bytes) -> Pack:
    """A pack from its bytes.

    Raises:
      Problem: it is no pack, was made by a later étude, or one of its sets was changed.
    """
    try:
        members = unpacked(content, most_bytes=_MOST_BYTES)
        manifest = decoding.from_json(members[_MANIFEST], PackManifest)
    except UnreadableArchive as error:
        raise Problem(f"This is no pack of hidden sets: {error}.") from None
    except (KeyError, msgspec.MsgspecError):
        raise Problem("This is no pack of hidden sets: it has no manifest.") from None
    if manifest.format != FORMAT:
        raise Problem(
            f"Expected a pack of format {FORMAT}, got format {manifest.format}. Use the étude that "
            f"made it: pip install etude=={manifest.etude}"
        )
    return Pack(
        manifest=manifest,
        sets={name: _read(name, digest, members) for name, digest in manifest.sets.items()},
    )


def checksum(content: bytes) -> str:
    """SHA-256 in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def unlike(arrays: Arrays, known: Arrays) -> str:
    """How arrays cannot stand in for a known set; "" when they can."""
    wanted, given = set(known), set(arrays)
    if wanted - given:
        return f"it lacks the array {sorted(wanted - given)[0]!r}"
    if given - wanted:
        return f"it has an array {sorted(given - wanted)[0]!r}, which the set does not have"
    if "classes" in known and list(known["classes"]) != list(arrays["classes"]):
        told = ", ".join(map(str, known["classes"]))
        return f"its classes are not those of the set, in their order: {told}"
    rows = {name: len(arrays[name]) for name in given - {"classes"}}
    if len(set(rows.values())) != 1 or not rows["labels"]:
        return f"its arrays have {', '.join(f'{n} {rows[n]}' for n in sorted(rows))} rows"
    return next(filter(None, (_unlike_one(n, arrays[n], known[n]) for n in sorted(rows))), "")


def _unlike_one(name: str, array: np.ndarray, known: np.ndarray) -> str:
    if array.dtype.kind != known.dtype.kind or array.shape[1:] != known.shape[1:]:
        return (
            f"expected {name!r} to hold rows of {known.dtype} {known.shape[1:]}, "
            f"got {array.dtype} {array.shape[1:]}"
        )
    return ""


def _member(name: str) -> str:
    return f"hidden/{name}.npz"


def _stored(arrays: Arrays) -> bytes:
    """Written array by array, since NumPy's own archives hold the time of day."""
    members: dict[str, bytes] = {}
    for name, array in arrays.items():
        stored = io.BytesIO()
        np.lib.format.write_array(stored, np.ascontiguousarray(array), allow_pickle=False)
        members[f"{name}.npy"] = stored.getvalue()
    return packed(members)


def _read(name: str, digest: str, members: Mapping[str, bytes]) -> Arrays:
    content = members.get(_member(name), b"")
    if checksum(content) != digest:
        raise Problem(
            f"The hidden set {name} of this pack is not the one that was sealed: its SHA-256 is "
            "another than the manifest's. Ask for the pack again."
        )
    with np.load(io.BytesIO(content), allow_pickle=False) as stored:
        return {key: stored[key] for key in stored.files}
