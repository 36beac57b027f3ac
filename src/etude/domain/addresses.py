"""Addresses of objects in text: the one part of a message that differs from run to run."""

import re

_ADDRESS = re.compile(r"\b0x[0-9a-f]{6,16}\b")


def without_addresses(text: str) -> str:
    """``<f at 0x7f3a5c0d1e40>`` becomes ``<f at 0x...>``; short numbers such as 0xff stay."""
    return _ADDRESS.sub("0x...", text)
