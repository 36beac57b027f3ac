"""Reads the blueprints of exams from every installed collection of questions."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from etude import decoding
from etude.catalog.collections import QUESTIONS, collections
from etude.domain.exam import Blueprint
from etude.domain.left_out import leave_out

_FOLDER = "blueprints"
_WEIGHTS = 100


class UnreadableBlueprint(Exception):
    """A blueprint is not what it should be; the message names the file and the fault."""


@cache
def blueprints() -> Mapping[str, Blueprint]:
    """Every installed blueprint by its name; what is broken is left out."""
    found: dict[str, Blueprint] = {}
    for collection in collections(QUESTIONS):
        for path in sorted((collection / _FOLDER).glob("*.toml")):
            try:
                found.setdefault(path.stem, read_blueprint(path))
            except UnreadableBlueprint as error:
                leave_out(f"An exam is left out. {error}")
    return found


def read_blueprint(path: Path) -> Blueprint:
    """One blueprint from its file, whose name is the blueprint's.

    Raises:
      UnreadableBlueprint: it is no TOML, has wrong fields, or its weights do not sum to 100.
    """
    try:
        fields = tomllib.loads(path.read_text(encoding="utf-8"))
        blueprint = decoding.convert(fields | {"name": path.stem}, Blueprint)
    except OSError as error:
        raise UnreadableBlueprint(f"{path}: {error.strerror}") from None
    except (ValueError, msgspec.ValidationError) as error:
        raise UnreadableBlueprint(f"{path}: {error}") from None
    weights = sum(category.weight for category in blueprint.categories)
    if weights != _WEIGHTS:
        raise UnreadableBlueprint(f"{path}: the weights sum to {weights}, not to {_WEIGHTS}")
    return blueprint
