"""A report as JSON; docs/report.schema.json describes it."""

import json
from typing import Any

import msgspec

from etude.domain.named_numbers import with_named_numbers
from etude.domain.report import Report
from etude.render.record_schema import record_schema

_DERIVED: dict[str, Any] = {
    "passed": {"type": "boolean", "description": "whether every check passed"},
    "points": {"type": "integer"},
    "of": {"type": "integer", "description": "the most points that can be had"},
    "stored": {"type": "boolean", "description": "whether the attempt is kept"},
    "storage_problem": {"type": "string", "description": "why it is not; empty when it is"},
}


def report_record(report: Report, *, stored: bool, storage_problem: str = "") -> dict[str, Any]:
    """The report as plain values, with what follows from it."""
    record: dict[str, Any] = with_named_numbers(msgspec.to_builtins(report))
    return record | {
        "passed": report.passed,
        "points": report.points,
        "of": report.of,
        "stored": stored,
        "storage_problem": storage_problem,
    }


def json_text(value: object) -> str:
    """Indented ASCII: any terminal, pipe or program can take it, whatever the learner printed."""
    return json.dumps(value, indent=2, ensure_ascii=True, allow_nan=False)


def report_schema() -> dict[str, Any]:
    """JSON Schema of what ``report_record`` returns."""
    schema = record_schema(Report)
    described = schema["$defs"]["Report"]
    described["properties"] |= _DERIVED
    described["required"] = [*described.get("required", []), *_DERIVED]
    return schema
