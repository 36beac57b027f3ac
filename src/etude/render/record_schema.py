"""JSON Schema of a record whose numbers may be ones that JSON cannot write."""

from typing import Any

import msgspec

_NUMBER = {
    "description": "a number; what JSON cannot write is one of three strings",
    "anyOf": [{"type": "number"}, {"enum": ["nan", "inf", "-inf"]}],
}


def record_schema(described: type) -> dict[str, Any]:
    """The schema of a dataclass as ``with_named_numbers`` writes it."""
    schema: dict[str, Any] = _with_number_type(msgspec.json.schema(described))
    schema["$defs"]["Number"] = _NUMBER
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _with_number_type(schema: Any) -> Any:
    if isinstance(schema, dict):
        number = {"$ref": "#/$defs/Number"} if schema.get("type") == "number" else {}
        kept = {key: one for key, one in schema.items() if not (number and key == "type")}
        return number | {key: _with_number_type(one) for key, one in kept.items()}
    if isinstance(schema, list):
        return [_with_number_type(one) for one in schema]
    return schema
