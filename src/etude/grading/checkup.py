"""From the facts of a person's own program to a checkup; pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from etude import decoding
from etude.diagnoses.diagnose import catalogue, diagnose
from etude.diagnoses.evidence import Evidence, gather
from etude.diagnoses.page import Diagnosis
from etude.diagnoses.source import Source
from etude.domain.checkup import Checkup
from etude.domain.error import Error
from etude.domain.finding import Finding
from etude.domain.listing import Listing
from etude.domain.seen import Seen
from etude.grading.seen import seen_of

Frames = Sequence[Mapping[str, Any]]
_TOLD_LINE = re.compile(r"\bline (\d+)\b")


def with_facts(checkup: Checkup, frames: Frames) -> Checkup:
    """The checkup with everything that the frames of one run tell."""
    listing = Listing.of(frames)
    evidence = evidence_of(frames, listing)
    findings = [placed(finding, listing) for finding in diagnose(evidence)]
    return _shown(checkup, frames, listing, evidence, findings)


def with_sights(checkup: Checkup, frames: Frames, *, findings: Sequence[Finding]) -> Checkup:
    """The same, with findings that are known already: diagnosing takes longer than looking."""
    listing = Listing.of(frames)
    return _shown(checkup, frames, listing, evidence_of(frames, listing), findings)


def _shown(
    checkup: Checkup,
    frames: Frames,
    listing: Listing,
    evidence: Evidence,
    findings: Sequence[Finding],
) -> Checkup:
    seen = seen_of(frames, evidence)
    return replace(
        checkup,
        **{field.name: getattr(seen, field.name) for field in fields(Seen)},
        error=_error(frames),
        findings=findings,
        unseen=[frame["sentence"] for frame in frames if frame["kind"] == "unseen"],
        listing=listing,
    )


def hopeless(frames: Frames) -> Finding | None:
    """What makes it certain, before training begins, that nothing can come of it."""
    known: dict[str, Diagnosis] = {n: d for n, d in catalogue().items() if d.hopeless}
    listing = Listing.of(frames)
    found = diagnose(evidence_of(frames, listing), known)
    return placed(found[0], listing) if found else None


def evidence_of(frames: Frames, listing: Listing) -> Evidence:
    """Evidence in which a line is a number of the listing, wherever it stands."""
    name = listing.parts[0].name if listing.parts else ""
    numbered = [_numbered(frame, listing) for frame in frames]
    return gather(numbered, Source(name, listing.text))


def placed(finding: Finding, listing: Listing) -> Finding:
    """The finding with the file and line that a person knows."""
    file, line = listing.place(finding.line)
    if len(listing.parts) <= 1:
        return replace(finding, file=file, line=line)

    def told(match: "re.Match[str]") -> str:
        where, number = listing.place(int(match[1]))
        return f"line {number}" if where == file else f"line {number} of {where}"

    evidence, change = (_TOLD_LINE.sub(told, text) for text in (finding.evidence, finding.change))
    return replace(finding, file=file, line=line, evidence=evidence, change=change)


def _numbered(frame: Mapping[str, Any], listing: Listing) -> Mapping[str, Any]:
    """Frames of a traceback tell file and line; diagnoses want the number."""
    if frame["kind"] != "error":
        return frame
    places = [
        {**place, "line": listing.number(place["file"], place["line"]) or place["line"]}
        for place in frame.get("frames", ())
    ]
    return {**frame, "frames": places}


def _error(frames: Frames) -> Error | None:
    told = next((frame for frame in frames if frame["kind"] == "error"), None)
    return decoding.convert(told, Error, strict=False) if told is not None else None
