"""The marker file of a workspace: whose it is, and what étude has put into it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from etude import decoding
from etude.app.whole_file import write_whole
from etude.domain.problem import Problem

FOLDER = ".etude"
FILE = f"{FOLDER}/workspace.json"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Attributes:
    id: of the workspace.
    etude: version that last brought it up to date.
    exercises: ids of the exercises that it was given.
    given: relative path -> SHA-256 of the content that étude wrote there.
    seeds: exercise id -> which variant of it is in the workspace; 0 is left out.
    sitting: id of the sitting whose questions lie here; "" for a workspace to practise in.
    """

    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    format: int = FORMAT
    etude: str = ""
    exercises: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
    seeds: Mapping[str, int] = field(default_factory=dict)
    sitting: str = ""


def read_manifest(root: Path) -> Manifest:
    """The manifest of the workspace at ``root``.

    Raises:
      Problem: the file is damaged, or was written by a newer étude.
    """
    path = root / FILE
    try:
        manifest = decoding.from_json(path.read_bytes(), Manifest)
    except (msgspec.DecodeError, OSError) as error:
        raise Problem(
            f"{path} marks a workspace of étude and cannot be read ({error}). "
            f"Remove it and run `etude start {root}`: your answers stay as they are."
        ) from None
    if manifest.format > FORMAT:
        raise Problem(
            f"{root} was made by a newer étude than this one. "
            "Update it: pip install --upgrade etude"
        )
    return manifest


def write_manifest(root: Path, manifest: Manifest) -> None:
    write_whole(root / FILE, msgspec.json.format(msgspec.json.encode(manifest)) + b"\n")
