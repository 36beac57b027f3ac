"""What a run of a program brought out, as bytes that can be kept for the review."""

from dataclasses import replace
from typing import Any

import msgspec

from etude import decoding
from etude.app.exam.exam import Exam
from etude.domain.outcome import Outcome
from etude.domain.problem import Problem

FORMAT = 1


def keep_run(exam: Exam, outcome: Outcome) -> str:
    """Keeps an outcome, but for the files that it wrote; returns the name of its content.

    In MessagePack, which unlike JSON has numbers that are none, as a loss may be.
    """
    plain = replace(outcome, artifacts={})
    record = {"format": FORMAT, "outcome": msgspec.to_builtins(plain, enc_hook=_plain)}
    return exam.blobs.put(msgspec.msgpack.encode(record))


def kept_run(exam: Exam, name: str) -> Outcome:
    """An outcome that was kept; arrays in its frames have become lists.

    Raises:
      Problem: it cannot be read.
    """
    try:
        record = msgspec.msgpack.decode(exam.blobs.get(name))
        return decoding.convert(record["outcome"], Outcome)
    except (msgspec.DecodeError, msgspec.ValidationError, LookupError, TypeError) as error:
        raise Problem(f"What this run brought out cannot be read ({error}).") from error


def _plain(value: Any) -> Any:
    """NumPy's arrays and numbers."""
    if hasattr(value, "tolist"):
        return value.tolist()
    raise NotImplementedError(type(value).__name__)
