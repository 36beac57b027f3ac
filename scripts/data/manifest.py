"""MANIFEST.json: every shipped file with its size and hash, and how many rows each set has."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

from data.record import Built

NAME = "MANIFEST.json"
FORMAT = 1

Manifest = dict[str, Any]


def read(data: Path) -> Manifest:
    """Return the manifest of a data folder, an empty one where there is none yet."""
    path = data / NAME
    if not path.is_file():
        return {"format": FORMAT, "sets": {}}
    return dict(json.loads(path.read_text(encoding="utf-8")))


def write(data: Path, manifest: Manifest) -> None:
    """Write the manifest, its sets in alphabetical order."""
    ordered = {**manifest, "sets": dict(sorted(manifest["sets"].items()))}
    text = json.dumps(ordered, indent=1, ensure_ascii=False)
    (data / NAME).write_text(f"{text}\n", encoding="utf-8")


def entry(built: Built, files: dict[str, bytes]) -> Manifest:
    """Return what the manifest says of one set: rows, rows per class, files."""
    return {
        "rows": {"public": len(built.public_labels), "hidden": len(built.hidden.get("labels", ()))},
        "classes": _rows_per_class(built),
        "files": {
            path: {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
            for path, content in sorted(files.items())
        },
    }


def differences(data: Path, manifest: Manifest) -> list[str]:
    """Return one line for each file that is not what the manifest says."""
    promised = {
        path: facts for part in manifest["sets"].values() for path, facts in part["files"].items()
    }
    found = {
        path.relative_to(data).as_posix()
        for side in ("public", "hidden")
        for path in (data / side).rglob("*")
        if path.is_file()
    }
    lines = [f"missing: {path}" for path in sorted(promised.keys() - found)]
    lines += [f"not in the manifest: {path}" for path in sorted(found - promised.keys())]
    for path in sorted(found & promised.keys()):
        content = (data / path).read_bytes()
        received = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
        if received != promised[path]:
            lines.append(f"changed: {path}: expected {promised[path]}, received {received}")
    return lines


def _rows_per_class(built: Built) -> dict[str, dict[str, int]]:
    if "classes" not in built.hidden:
        return {}
    classes = [str(name) for name in built.hidden["classes"]]
    public = Counter(built.public_labels)
    hidden = Counter(classes[int(label)] for label in built.hidden["labels"])
    return {name: {"public": public[name], "hidden": hidden[name]} for name in classes}
