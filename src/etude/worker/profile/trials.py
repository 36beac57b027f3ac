"""Each change is run in turns with the pipeline as it is."""

import statistics
from collections.abc import Callable, Iterator
from dataclasses import replace

import tensorflow as tf

from etude.domain.profile import Change, TriedChange
from etude.worker.profile.batching import batch_before_map
from etude.worker.profile.caching import cache_added
from etude.worker.profile.candidates import NO_TIME, Candidate, Pipeline
from etude.worker.profile.clock import Clock
from etude.worker.profile.pictures import picture_changes
from etude.worker.profile.speed import Course, rates_in_turns
from etude.worker.profile.stage_changes import parallel_maps, prefetch_at_the_end
from etude.worker.profile.steps import Unmeasurable

# The first mostly bring the most, so the time is not too short for them.
_MAKERS: tuple[Callable[[Pipeline], Iterator[Candidate]], ...] = (
    picture_changes,
    parallel_maps,
    cache_added,
    batch_before_map,
    prefetch_at_the_end,
)
_TAKINGS = 3  # a first look, and one of each
_LONGEST = 200
_CANNOT = (Unmeasurable, ValueError, TypeError, tf.errors.OpError)


def try_changes(pipeline: Pipeline) -> list[TriedChange]:
    """Every change that this pipeline has a place for, with what it brought."""
    found = [candidate for maker in _MAKERS for candidate in _made(maker, pipeline)]
    to_run = sum(_is_to_run(candidate) for candidate in found)
    tried = []
    for candidate in found:
        tried.append(_tried(candidate, pipeline, Clock(pipeline.clock.part(to_run))))
        to_run -= _is_to_run(candidate)
    return tried


def _made(
    maker: Callable[[Pipeline], Iterator[Candidate]], pipeline: Pipeline
) -> Iterator[Candidate]:
    """One change that cannot be made must not cost the others."""
    try:
        yield from maker(pipeline)
    except _CANNOT:
        return


def _is_to_run(candidate: Candidate) -> bool:
    return candidate.after is not None and not candidate.refused


def _tried(candidate: Candidate, pipeline: Pipeline, clock: Clock) -> TriedChange:
    if candidate.refused or candidate.after is None:
        return _told(candidate, candidate.refused)
    if pipeline.clock.left <= _TAKINGS * pipeline.course.taking:
        return _told(candidate, NO_TIME)
    try:
        before = pipeline.course.with_work(candidate.work)
        after = Course(candidate.after, warm=candidate.warm).with_work(candidate.work)
        without, changed = rates_in_turns([before, after], clock)
    except _CANNOT as error:
        return _told(candidate, f"it could not be run: {error}"[:_LONGEST])
    return replace(
        _told(candidate),
        before=statistics.median(without),
        after=statistics.median(changed),
        won=statistics.mean(one > other for one, other in zip(changed, without, strict=True)),
    )


def _told(candidate: Candidate, refused: str = "") -> TriedChange:
    return TriedChange(
        change=Change(candidate.change),
        lines=list(candidate.lines),
        difference=candidate.difference,
        span=candidate.span,
        bytes_needed=candidate.bytes_needed,
        detail=candidate.detail,
        refused=refused,
    )
