"""Maps that come after the batch, so that one call works on all its examples."""

import itertools
from collections.abc import Iterator, Sequence

import tensorflow as tf

from etude.domain.profile import Change
from etude.worker.profile.candidates import Candidate, Pipeline
from etude.worker.profile.comparing import distance
from etude.worker.profile.randomness import is_random
from etude.worker.profile.steps import (
    Step,
    Unmeasurable,
    built,
    main_path,
    replaced,
    retraced,
)

_COMPARED = 2
_PASSED_OVER = frozenset({"shuffle", "repeat", "skip"})
_NOT_FOR_BATCHES = (Unmeasurable, ValueError, TypeError, tf.errors.OpError)


def batch_before_map(pipeline: Pipeline) -> Iterator[Candidate]:
    """As many of the last maps before the batch as give the same on whole batches."""
    path = main_path(pipeline.root)
    batch = next((step for step in path if step.op == "batch" and not _below_batched(step)), None)
    if batch is None:
        return
    maps = _maps_before(batch)
    compared = pipeline.affordable(_COMPARED, batched=True, times=2 * max(1, len(maps)))
    if not compared:
        return
    for count in range(len(maps), 0, -1):
        moved = _moved(batch, maps[:count])
        if moved is not None and _same(batch, moved, compared):
            yield Candidate(
                change=Change.BATCH_FIRST,
                after=replaced(pipeline.root, batch, moved),
                lines=sorted({step.stage.line for step in [batch, *maps[:count]]}),
                warm=pipeline.warm,
            )
            return


def _below_batched(step: Step) -> bool:
    return any(below.batched for below in step.below)


def _maps_before(batch: Step) -> Sequence[Step]:
    """Nearest first. A random map would give a whole batch one and the same number."""
    left = itertools.dropwhile(lambda step: step.op in _PASSED_OVER, main_path(batch)[1:])
    maps = itertools.takewhile(lambda step: step.op == "map" and not is_random(step), left)
    return list(maps)


def _moved(batch: Step, maps: Sequence[Step]) -> Step | None:
    moved = retraced(batch, maps[-1].below[0])
    for step in reversed(maps):
        moved = retraced(step, moved)
    return moved


def _same(batch: Step, moved: Step, elements: int) -> bool:
    """Whether both give the same batches; a function made for one example mostly raises."""
    try:
        return distance(built(batch), built(moved), elements=elements).is_rounding
    except _NOT_FOR_BATCHES:
        return False
