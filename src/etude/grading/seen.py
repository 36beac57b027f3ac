"""From the facts of a run to what there is to see of it; pure."""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from etude import decoding
from etude.diagnoses.evidence import Evidence, gather
from etude.diagnoses.source import Source
from etude.domain.observations import Fit
from etude.domain.profile import PipelineProfile
from etude.domain.seen import (
    Batch,
    Confusion,
    Forecast,
    Picture,
    Seen,
    WeighedText,
    Word,
    WordWeights,
)

Frames = Sequence[Mapping[str, Any]]

# What a program writes in étude's name shall not fill the store or the page.
_MOST_PICTURES = 40
_LONGEST_SIDE = 128
_MOST_ROWS = 12
_MOST_COLUMNS = 64
_MOST_POINTS = 1000
_MOST_TEXTS = 6
_MOST_WORDS = 60
_LONGEST_TEXT = 300
_ROLES = ("fit", "validation")
_NOT_OURS = (msgspec.ValidationError, LookupError, TypeError, ValueError, AttributeError)


def seen_of(frames: Frames, evidence: Evidence) -> Seen:
    """Everything that can be looked at.

    Args:
      evidence: gathered from these frames; of what is hidden, its verdicts tell counts.

    Raises:
      msgspec.ValidationError, LookupError, TypeError, ValueError, AttributeError: frames that no
        recorder of ours would write.
    """
    names = _class_names(evidence)
    return Seen(
        fits=evidence.fits,
        loops=evidence.loops,
        models=evidence.models,
        data=evidence.data(),
        batches=_batches(frames, names),
        confusion=_confusion(frames, names),
        forecast=_forecast(frames, evidence.fits),
        words=_words(frames, names),
        profile=_profile(frames),
        hidden=[
            verdict.measurement.confusion
            for verdict in evidence.verdicts
            if verdict.measurement is not None and verdict.measurement.confusion is not None
        ],
    )


def seen_if_sound(frames: Frames, evidence: Evidence) -> Seen | None:
    """The same of a program that may have written frames of its own; None when it did."""
    try:
        return seen_of(frames, evidence)
    except _NOT_OURS:
        return None


def seen_so_far(frames: Frames) -> Seen | None:
    """What there is to see of a program that still runs."""
    try:
        return seen_of(frames, gather(frames, Source("", "")))
    except _NOT_OURS:
        return None


def _class_names(evidence: Evidence) -> Sequence[str]:
    """Of the last folder that was read."""
    named = [call.arguments.get("class_names") for call in evidence.calls]
    return next((names for names in reversed(named) if names), ())


def _batches(frames: Frames, names: Sequence[str]) -> list[Batch]:
    """The last look at each role's data: later ones are of what was trained on last."""
    found = {frame["role"]: frame for frame in frames if frame["kind"] == "batch"}
    return [_batch(found[role], names) for role in _ROLES if role in found]


def _batch(frame: Mapping[str, Any], names: Sequence[str]) -> Batch:
    labels = [_name(label, names) for label in frame.get("labels", ())]
    rows = [_cells(row) for row in frame.get("rows", ())[:_MOST_ROWS]]
    texts = [_short(text) for text in frame.get("texts", ())[:_MOST_ROWS]]
    return Batch(
        role=frame["role"],
        dtype=_short(frame.get("dtype", "")),
        shape=frame.get("shape"),
        low=frame.get("low"),
        high=frame.get("high"),
        pictures=_pictures(frame.get("pictures"), labels),
        texts=texts,
        columns=[_short(name) for name in frame.get("columns", ())[:_MOST_COLUMNS]],
        rows=rows,
        labels=labels[:_MOST_ROWS] if rows or texts else (),
    )


def _name(label: Any, names: Sequence[str]) -> str:
    """A class by its name where the program knows one; other labels as they are."""
    if isinstance(label, int) and 0 <= label < len(names):
        return _short(names[label])
    return f"{label:.4g}" if isinstance(label, float) else _short(label)


def _cells(row: Sequence[Any]) -> list[float | str]:
    cells = row[:_MOST_COLUMNS]
    return [cell if isinstance(cell, int | float) else _short(cell) for cell in cells]


def _short(text: Any) -> str:
    return str(text)[:_LONGEST_TEXT]


def _last(frames: Frames, kind: str) -> Mapping[str, Any] | None:
    return next((frame for frame in reversed(frames) if frame["kind"] == kind), None)


def _confusion(frames: Frames, names: Sequence[str]) -> Confusion | None:
    told = _last(frames, "decisions")
    if told is None:
        return None
    counts = told["counts"]
    named = names if len(names) == len(counts) else ()
    labels = [_name(number, named) for number in range(len(counts))]
    mistaken = told.get("mistaken", ())
    mistakes = _pictures(
        told.get("mistakes"),
        [labels[true] for true, _ in mistaken],
        [labels[decided] for _, decided in mistaken],
    )
    return Confusion(role=told["role"], labels=labels, counts=counts, mistakes=mistakes)


def _forecast(frames: Frames, fits: Sequence[Fit]) -> Forecast | None:
    told = _last(frames, "forecast")
    if told is None:
        return None
    role = told["role"]
    return Forecast(
        role=role,
        truth=_numbers(told["truth"]),
        answers=_numbers(told["answers"]),
        in_time=bool(fits) and _in_time(fits[-1], role),
    )


def _in_time(fit: Fit, role: str) -> bool:
    """Whether the examples are windows of a series that were not shuffled."""
    data = fit.validation if role == "validation" and fit.validation else fit.train
    return data.windows is not None and data.stage("shuffle") is None


def _numbers(values: Iterable[Any]) -> list[float]:
    return [float(value) for value in values][:_MOST_POINTS]


def _words(frames: Frames, names: Sequence[str]) -> WordWeights | None:
    told = _last(frames, "words")
    if told is None:
        return None
    if told["role"] not in _ROLES:
        raise ValueError("expected words of data that the learner has")
    named = names if len(names) == told["classes"] else ()
    texts = [_weighed(text, named) for text in told["texts"][:_MOST_TEXTS]]
    return WordWeights(role=told["role"], texts=texts)


def _weighed(told: Mapping[str, Any], names: Sequence[str]) -> WeighedText:
    weights = _numbers(told["weights"])
    pairs = list(zip(told["words"], weights, strict=True))[:_MOST_WORDS]
    return WeighedText(
        label=_name(told["label"], names),
        decided=_name(told["decided"], names),
        sure=float(told["sure"]),
        words=[Word(text=_short(text), weight=weight) for text, weight in pairs],
        left_out=int(told["left_out"]),
    )


def _profile(frames: Frames) -> PipelineProfile | None:
    told = _last(frames, "profile")
    return decoding.convert(told, PipelineProfile, strict=False) if told is not None else None


def _pictures(
    pixels: Any, labels: Sequence[str], predicted: Sequence[str] = ()
) -> Sequence[Picture]:
    """Args:
    pixels: uint8 of (N, height, width, 1 or 3), or None.
    """
    if pixels is None:
        return ()
    _raise_unless_small_pictures(pixels)
    return [
        Picture(
            png=_png(one),
            label=labels[i] if i < len(labels) else "",
            predicted=predicted[i] if i < len(predicted) else "",
        )
        for i, one in enumerate(pixels[:_MOST_PICTURES])
    ]


def _raise_unless_small_pictures(pixels: Any) -> None:
    sound = (
        isinstance(pixels, np.ndarray)
        and pixels.dtype == np.uint8
        and pixels.ndim == 4
        and pixels.shape[3] in (1, 3)
        and max(pixels.shape[1:3]) <= _LONGEST_SIDE
    )
    if not sound:
        raise ValueError("expected small pictures of bytes")


def _png(pixels: Any) -> bytes:
    from PIL import Image

    stored = io.BytesIO()
    grey = pixels.shape[-1] == 1
    Image.fromarray(pixels[..., 0] if grey else pixels).save(stored, format="PNG")
    return stored.getvalue()
