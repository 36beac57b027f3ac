"""Which frames of a run may answer for a check: a program can write frames too."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from etude import decoding
from etude.domain.error import Error
from etude.domain.task import Part

Frame = Mapping[str, Any]

# The grader's own frame on how a clean run ended.
CLEAN_END = "clean run ended"


def heard(frames: Sequence[Frame], part: Part) -> list[Frame]:
    """The frames of a run that was asked for one part of its checks.

    Answers to another part did not come from the probes: the learner's own process would say
    "reload" only in the name of the clean one. They are left out, and so are malformed ones.
    """
    mine = [frame for frame in frames if frame["kind"] != CLEAN_END]
    return [frame for frame in mine if frame["kind"] != "probe" or _answers(frame, part)]


def without_skipped(frames: Sequence[Frame], skipped: set[str]) -> list[Frame]:
    """Frames without the errors that checks met which are not judged: those follow from others."""
    return [
        frame
        for frame in frames
        if frame["kind"] != "probe" or "error" not in frame or frame["check"] not in skipped
    ]


def _answers(frame: Frame, part: Part) -> bool:
    if frame.get("part") != part or not isinstance(frame.get("check"), str):
        return False
    if "error" in frame:
        return _is_error(frame["error"])
    return isinstance(frame.get("facts"), Mapping)


def _is_error(fields: Any) -> bool:
    try:
        decoding.convert(fields, Error, strict=False)
    except msgspec.ValidationError:
        return False
    return "frames" in fields
