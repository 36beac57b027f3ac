"""What there was to see of a run, as JSON."""

from typing import Any

import msgspec

from etude.domain.named_numbers import with_named_numbers
from etude.domain.seen import Seen


def seen_record(seen: Seen) -> dict[str, Any]:
    """Everything of it as plain values; pictures are PNG in base64."""
    record: dict[str, Any] = with_named_numbers(msgspec.to_builtins(seen))
    return record
