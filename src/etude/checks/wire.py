"""Checks as JSON, on their way into the sandbox."""

import importlib
from collections.abc import Mapping
from typing import Any

import msgspec

from etude import decoding
from etude.checks.base import Check


def to_wire(check: Check) -> dict[str, Any]:
    """The check's class and fields."""
    kind = type(check)
    return {"kind": f"{kind.__module__}:{kind.__qualname__}", "fields": msgspec.to_builtins(check)}


def from_wire(wire: Mapping[str, Any]) -> Check:
    """The check again.

    Raises:
      msgspec.ValidationError: the fields do not fit the class.
    """
    module, _, name = wire["kind"].partition(":")
    kind = getattr(importlib.import_module(module), name)
    check = decoding.convert(wire["fields"], kind)
    if not isinstance(check, Check):
        raise TypeError(f"{wire['kind']} is not a check")
    return check
