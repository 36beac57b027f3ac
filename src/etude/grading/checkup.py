"""From the facts of a person's own program to a checkup; pure."""

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from etude.diagnoses.diagnose import catalogue, diagnose
from etude.diagnoses.evidence import Evidence, gather
from etude.diagnoses.page import Diagnosis
from etude.diagnoses.source import Source
from etude.domain.checkup import Batch, Checkup, Confusion, Picture
from etude.domain.finding import Finding
from etude.domain.listing import Listing
from etude.domain.observations import Error
from etude.domain.profile import PipelineProfile

Frames = Sequence[Mapping[str, Any]]
_TOLD_LINE = re.compile(r"\bline (\d+)\b")


def with_facts(checkup: Checkup, frames: Frames) -> Checkup:
    """The checkup with everything that the frames of one run tell."""
    listing = Listing.of(frames)
    evidence = evidence_of(frames, listing)
    return replace(
        checkup,
        error=_error(frames),
        findings=[placed(finding, listing) for finding in diagnose(evidence)],
        fits=evidence.fits,
        models=evidence.models,
        data=evidence.data(),
        batches=[_batch(frame) for frame in frames if frame["kind"] == "batch"],
        confusion=_confusion(frames, _class_names(evidence)),
        profile=_profile(frames),
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
    return msgspec.convert(told, Error, strict=False) if told is not None else None


def _class_names(evidence: Evidence) -> Sequence[str]:
    """Of the last folder that was read."""
    named = [call.arguments.get("class_names") for call in evidence.calls]
    return next((names for names in reversed(named) if names), ())


def _batch(frame: Mapping[str, Any]) -> Batch:
    labels = [str(label) for label in frame.get("labels", ())]
    pictures = _pictures(frame.get("pictures"), labels)
    return Batch(
        role=frame["role"],
        dtype=frame.get("dtype", ""),
        shape=frame.get("shape"),
        low=frame.get("low"),
        high=frame.get("high"),
        pictures=pictures,
    )


def _confusion(frames: Frames, names: Sequence[str]) -> Confusion | None:
    told = next((frame for frame in frames if frame["kind"] == "decisions"), None)
    if told is None:
        return None
    counts = told["counts"]
    labels = [names[i] if len(names) == len(counts) else str(i) for i in range(len(counts))]
    mistaken = told.get("mistaken", ())
    mistakes = _pictures(
        told.get("mistakes"),
        [labels[true] for true, _ in mistaken],
        [labels[decided] for _, decided in mistaken],
    )
    return Confusion(role=told["role"], labels=labels, counts=counts, mistakes=mistakes)


def _profile(frames: Frames) -> PipelineProfile | None:
    told = next((frame for frame in frames if frame["kind"] == "profile"), None)
    return msgspec.convert(told, PipelineProfile, strict=False) if told is not None else None


def _pictures(
    pixels: Any, labels: Sequence[str], predicted: Sequence[str] = ()
) -> Sequence[Picture]:
    """Args:
    pixels: uint8 of (N, height, width, 1 or 3), or None.
    """
    if pixels is None:
        return ()
    return [
        Picture(
            png=_png(one),
            label=labels[i] if i < len(labels) else "",
            predicted=predicted[i] if i < len(predicted) else "",
        )
        for i, one in enumerate(pixels)
    ]


def _png(pixels: Any) -> bytes:
    from PIL import Image

    stored = io.BytesIO()
    grey = pixels.shape[-1] == 1
    Image.fromarray(pixels[..., 0] if grey else pixels).save(stored, format="PNG")
    return stored.getvalue()
