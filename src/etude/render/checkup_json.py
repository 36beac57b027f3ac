"""A checkup as JSON; docs/checkup.schema.json describes it."""

from typing import Any

import msgspec

from etude.domain.checkup import Checkup
from etude.domain.listing import Listing
from etude.domain.named_numbers import with_named_numbers
from etude.render.record_schema import record_schema

#: For quoting only, and as long as the program itself.
_LEFT_OUT = "listing"
#: Where lines are numbers of the listing; findings and errors name their files anyway.
_NUMBERED = ("fits", "models", "data", "profile")
_FILE = {"type": "string", "description": "where the line is, when there are several files"}
_DERIVED: dict[str, Any] = {
    "healthy": {
        "type": "boolean",
        "description": "whether it ran to its end and nothing serious was found",
    },
}


def checkup_record(checkup: Checkup) -> dict[str, Any]:
    """The checkup as plain values, with what follows from it and without the texts of files."""
    record: dict[str, Any] = with_named_numbers(msgspec.to_builtins(checkup))
    del record[_LEFT_OUT]
    if len(checkup.listing.parts) > 1:
        record |= {name: _placed(record[name], checkup.listing) for name in _NUMBERED}
    return record | {"healthy": checkup.healthy}


def checkup_schema() -> dict[str, Any]:
    """JSON Schema of what ``checkup_record`` returns."""
    schema = record_schema(Checkup)
    described = schema["$defs"]["Checkup"]
    del described["properties"][_LEFT_OUT]
    described["properties"] |= _DERIVED
    described["required"] = [*described.get("required", []), *_DERIVED]
    for definition in schema["$defs"].values():
        if "line" in definition.get("properties", {}):
            definition["properties"].setdefault("file", _FILE)
    return schema


def _placed(value: Any, listing: Listing) -> Any:
    """With the file and the line in it wherever a line is told."""
    if isinstance(value, list):
        return [_placed(one, listing) for one in value]
    if not isinstance(value, dict):
        return value
    placed = {key: _placed(one, listing) for key, one in value.items()}
    if isinstance(value.get("line"), int):
        file, line = listing.place(value["line"])
        placed |= {"line": line} | ({"file": file} if line else {})
    return placed
