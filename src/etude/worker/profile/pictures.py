"""Changes inside a function that prepares pictures: one resize, and decoding at reduced size."""

from collections.abc import Iterator

import tensorflow as tf

from etude.domain.profile import Change
from etude.worker.profile.candidates import Candidate, Pipeline
from etude.worker.profile.comparing import Distance, distance
from etude.worker.profile.mapped import MappedFunction
from etude.worker.profile.resizing import (
    PicturePath,
    decoded_smaller,
    largest_ratio,
    picture_path,
    resized_once,
    smallest_picture,
)
from etude.worker.profile.steps import Step, Unmeasurable, built, every, replaced, with_function

_LOOKED_AT = 8
# Resizing in two steps blurs a little more than one step does: on the generated pictures of
# ``benchmarks/pipeline_profile.py`` the two differ by about 1 % of the span. What differs more than
# this shows something else to the model.
_CLOSE = 0.05
_CANNOT = (Unmeasurable, ValueError, TypeError, tf.errors.OpError)


def picture_changes(pipeline: Pipeline) -> Iterator[Candidate]:
    """For every ``map`` that resizes pictures."""
    for step in every(pipeline.root):
        if step.op != "map" or step.function is None:
            continue
        path = picture_path(step.function)
        if path is not None:
            yield from _changes(pipeline, step, step.function, path)


def _changes(
    pipeline: Pipeline, step: Step, function: MappedFunction, path: PicturePath
) -> Iterator[Candidate]:
    lines = [function.line_of(node.name, pipeline.files) for node in path.resizes]
    once = function
    if len(path.resizes) > 1:
        once = resized_once(function, path)
        yield _candidate(pipeline, step, path, once, Change.RESIZE_ONCE, lines, str(path.size))
    if path.decode is None or path.decode.get_attr("ratio") != 1:
        return
    ratio = _ratio(step, function, path)
    if ratio > 1:
        smaller = decoded_smaller(once, path, ratio)
        all_lines = [function.line_of(path.decode.name, pipeline.files), *lines]
        detail = f"ratio={ratio}, resized to {path.size}"
        yield _candidate(pipeline, step, path, smaller, Change.DECODE_SMALLER, all_lines, detail)


def _ratio(step: Step, function: MappedFunction, path: PicturePath) -> int:
    try:
        picture = smallest_picture(function, path, built(step.below[0]), _LOOKED_AT)
    except _CANNOT:
        return 1
    return largest_ratio(picture, path.size)


def _candidate(
    pipeline: Pipeline,
    step: Step,
    path: PicturePath,
    changed: MappedFunction,
    change: Change,
    lines: list[int],
    detail: str,
) -> Candidate:
    apart, refused = Distance(0.0, 0.0), ""
    try:
        apart = _distance(step, path, changed)
    except _CANNOT as error:
        refused = f"it could not be applied: {error}".partition("\n")[0][:200]
    if apart.part > _CLOSE:
        refused = "it changes the data"
    return Candidate(
        change=change,
        after=replaced(pipeline.root, step, with_function(step, changed)),
        lines=list(dict.fromkeys(line for line in lines if line)) or [step.stage.line],
        warm=pipeline.warm,
        difference=apart.difference,
        span=apart.span,
        detail=detail,
        refused=refused,
    )


def _distance(step: Step, path: PicturePath, changed: MappedFunction) -> Distance:
    """Of what the last resize gives: what follows it may be random."""
    source = built(step.below[0]).take(_LOOKED_AT)
    assert step.function is not None
    before = step.function.giving(path.result).on(source)
    return distance(before, changed.giving(path.result).on(source), elements=_LOOKED_AT)
