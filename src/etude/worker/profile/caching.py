"""Caches in memory, over a slice of the data that fits there and can be filled in the time."""

import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import tensorflow as tf

from etude.domain.profile import Change
from etude.worker.profile.candidates import Candidate, Pipeline
from etude.worker.profile.clock import Clock
from etude.worker.profile.comparing import distance
from etude.worker.profile.randomness import is_random
from etude.worker.profile.speed import Course, Element
from etude.worker.profile.steps import Step, Unmeasurable, added, built, every, main_path, replaced

_MOST_BYTES = 64_000_000
_FILLING = 0.05  # the part of the time left that may go into filling a cache once
_PREPARES = frozenset({"map", "zip", "interleave", "flat_map", "filter"})
_FILLED_ANYWAY = 0.2
_WHITE = 255.0
_COMPARED = 8
_PICTURE_AXES = 3


def cache_added(pipeline: Pipeline) -> Iterator[Candidate]:
    """A cache after the last preparation that gives the same in every epoch, then one of bytes."""
    place = None if pipeline.warm else _place(pipeline.root)
    if place is None:
        return
    data, element = built(place), Course(place).element
    wanted = 1 if place.batched else pipeline.course.element.examples
    plain = Candidate(
        change=Change.CACHE,
        lines=[place.stage.line] if place.stage.line else [],
        warm=True,
        detail="then shuffle, or the order is cached too" if _shuffles(place) else "",
    )
    yield _filled(pipeline, place, plain, element, wanted)
    looked_at = pipeline.affordable(_COMPARED, batched=place.batched, times=3)
    white = _white(data, place, looked_at) if looked_at else None
    if white is None:
        return
    packed = added(place, "map", lambda dataset: dataset.map(_to_bytes(white)))
    apart = distance(data, _unpacked(packed, white), elements=looked_at)
    as_bytes = replace(
        plain, change=Change.CACHE_BYTES, difference=apart.difference, span=apart.span
    )
    yield _filled(pipeline, place, as_bytes, Course(packed).element, wanted, white)


def warmed(root: Step, examples: int, clock: Clock) -> Step:
    """The pipeline with the learner's own caches, each in memory and over a slice.

    Args:
      examples: in one of its elements; a slice has at least as many.

    Raises:
      Unmeasurable: a cache cannot be filled in the time.
    """
    for step in list(every(root)):
        if step.op in ("cache", "snapshot"):
            below = step.below[0]
            wanted = 1 if below.batched else examples
            slice_ = _slice(below, Course(below).element, wanted, clock)
            root = replaced(root, step, _cached(slice_))
    return root


def _place(root: Step) -> Step | None:
    """The last step that prepares examples and below which nothing is random."""
    for step in main_path(root):
        below = list(every(step))
        if step.op in _PREPARES and not any(is_random(one) for one in below):
            return step if any(one.op in ("map", "interleave") for one in below) else None
    return None


def _shuffles(step: Step) -> bool:
    """Whether the order would be cached too."""
    return any(one.op == "shuffle" for one in every(step))


def _filled(
    pipeline: Pipeline,
    place: Step,
    candidate: Candidate,
    element: Element,
    wanted: int,
    white: float | None = None,
) -> Candidate:
    count = int(built(place).cardinality())
    needed = count * element.bytes if count >= 0 else None
    told = replace(candidate, bytes_needed=needed)
    if needed is not None and needed > _memory() / 2:
        return replace(told, refused="the whole data set would take more than half of the memory")
    try:
        slice_ = _slice(place, element, wanted, pipeline.clock)
    except Unmeasurable as error:
        return replace(told, refused=str(error))
    if white is None:
        return replace(told, after=replaced(pipeline.root, place, _cached(slice_)))
    packed = _cached(added(slice_, "map", lambda dataset: dataset.map(_to_bytes(white))))
    unpacked = added(packed, "map", lambda dataset: dataset.map(_to_floats(white)))
    return replace(told, after=replaced(pipeline.root, place, unpacked))


def _slice(step: Step, element: Element, wanted: int, clock: Clock) -> Step:
    filling = max(clock.left * _FILLING, _FILLED_ANYWAY)
    by_time = int(filling / max(1e-6, element.seconds))
    count = min(_MOST_BYTES // max(1, element.bytes), by_time)
    if count < wanted:
        raise Unmeasurable("a cache over one batch could not be filled in the time")
    return added(step, "take", lambda dataset: dataset.take(count - count % wanted))


def _cached(step: Step) -> Step:
    return added(step, "cache", lambda dataset: dataset.cache())


def _white(data: Any, step: Step, elements: int) -> float | None:
    """The brightest value of float pictures, 1 or 255; None when there are no such pictures."""
    pictures = [spec for spec in tf.nest.flatten(data.element_spec) if _is_picture(spec, step)]
    if not pictures:
        return None
    seen = [
        tensor.numpy()
        for element in data.take(elements)
        for tensor in tf.nest.flatten(element)
        if _is_picture(tensor, step)
    ]
    low, high = min(map(np.min, seen)), max(map(np.max, seen))
    if low < 0 or high > _WHITE or not np.isfinite(high):
        return None
    return 1.0 if high <= 1 else _WHITE


def _is_picture(value: Any, step: Step) -> bool:
    if not isinstance(value, tf.TensorSpec | tf.Tensor):
        return False
    axes = value.shape.rank
    return value.dtype == tf.float32 and axes == _PICTURE_AXES + step.batched


def _to_bytes(white: float) -> Any:
    return _on_pictures(
        lambda x: x.dtype == tf.float32 and (x.shape.rank or 0) >= _PICTURE_AXES,
        lambda x: tf.saturate_cast(tf.round(x * (_WHITE / white)), tf.uint8),
    )


def _to_floats(white: float) -> Any:
    return _on_pictures(
        lambda x: x.dtype == tf.uint8 and (x.shape.rank or 0) >= _PICTURE_AXES,
        lambda x: tf.cast(x, tf.float32) * (white / _WHITE),
    )


def _on_pictures(which: Any, change: Any) -> Any:
    @tf.autograph.experimental.do_not_convert
    def mapped(*element: Any) -> Any:
        changed = [change(x) if which(x) else x for x in tf.nest.flatten(element)]
        packed = tf.nest.pack_sequence_as(element, changed)
        return packed if len(packed) > 1 else packed[0]

    return mapped


def _unpacked(packed: Step, white: float) -> Any:
    return built(packed).map(_to_floats(white))


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
