"""Where the time of a run went, as a bar."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# Phases that lie beside each other, in order; those inside another one are left out.
_NAMES = {
    "start": "starting",
    "program": "your program",
    "probes": "looking at what it made",
    "profile": "timing the pipeline",
    "reload": "opening what it saved",
    "what_if": "trying changed inputs",
    "judging": "judging",
}
_WIDTH = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Attributes: left, width: in thousandths of the bar; seconds: that it took."""

    phase: str
    name: str
    seconds: float
    left: float
    width: float


def timings(phases: Mapping[str, float]) -> Sequence[Segment]:
    """The bar's segments from milliseconds by phase; empty where nothing was measured."""
    known = {name: phases[name] for name in _NAMES if phases.get(name, 0.0) > 0.0}
    total = sum(known.values())
    segments: list[Segment] = []
    left = 0.0
    for phase, milliseconds in known.items():
        width = _WIDTH * milliseconds / total
        segments.append(
            Segment(
                phase=phase,
                name=_NAMES[phase],
                seconds=milliseconds / 1e3,
                left=round(left, 1),
                width=round(width, 1),
            )
        )
        left += width
    return segments
