"""Changes inside a function that prepares pictures: one resize, and decoding at reduced size."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tensorflow as tf

from etude.domain.profile import Change
from etude.worker.profile.candidates import NO_TIME, Candidate, Pipeline
from etude.worker.profile.comparing import Distance, distance
from etude.worker.profile.inlining import inlined
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

_COMPARED = 8
_MEASURED = 64
_LONGEST = 200
# Resizing in two steps blurs a little more than one step does: on the generated pictures of
# ``benchmarks/pipeline_profile.py`` the two differ by about 2 % of the span. What differs by more
# than this shows something else to the model.
_CLOSE = 0.05
_CANNOT = (Unmeasurable, ValueError, TypeError, tf.errors.OpError)


def picture_changes(pipeline: Pipeline) -> Iterator[Candidate]:
    """For every ``map`` that resizes pictures."""
    for step in every(pipeline.root):
        if step.op == "map" and step.function is not None:
            function = inlined(step.function)
            path = picture_path(function)
            if path is not None:
                yield from _Preparation(pipeline, step, function, path).changes()


@dataclass(frozen=True, slots=True, eq=False)
class _Preparation:
    """A ``map`` that resizes pictures."""

    pipeline: Pipeline
    step: Step
    function: MappedFunction
    path: PicturePath

    def changes(self) -> Iterator[Candidate]:
        once = self.function
        if len(self.path.resizes) > 1:
            once = resized_once(self.function, self.path)
            told = Candidate(change=Change.RESIZE_ONCE, detail=str(self.path.size))
            yield self._tried(told, once, self.path.resizes)
        ratio = self._ratio()
        if ratio > 1:
            detail = f"ratio={ratio}, resized to {self.path.size}"
            told = Candidate(change=Change.DECODE_SMALLER, detail=detail)
            smaller = decoded_smaller(once, self.path, ratio)
            yield self._tried(told, smaller, [self.path.decode, *self.path.resizes])

    def _ratio(self) -> int:
        """1 where pictures are not decoded here, not JPEGs, or decoded smaller already."""
        decode = self.path.decode
        if decode is None or decode.get_attr("ratio") != 1:
            return 1
        source = built(self.step.below[0]).take(_MEASURED)
        try:
            return largest_ratio(smallest_picture(self.function, self.path, source), self.path.size)
        except _CANNOT:
            return 1

    def _tried(self, told: Candidate, changed: MappedFunction, nodes: Sequence[Any]) -> Candidate:
        lines = [self.function.line_of(node.name, self.pipeline.files) for node in nodes]
        candidate = replace(
            told,
            after=replaced(self.pipeline.root, self.step, with_function(self.step, changed)),
            lines=sorted({line for line in lines if line}) or [self.step.stage.line],
            warm=self.pipeline.warm,
        )
        looked_at = self.pipeline.affordable(_COMPARED, batched=self._batched, times=2)
        if not looked_at:
            return replace(candidate, refused=NO_TIME)
        try:
            apart = self._distance(changed, looked_at)
        except _CANNOT as error:
            return replace(candidate, refused=f"it could not be applied: {error}"[:_LONGEST])
        refused = "it changes the data" if apart.part > _CLOSE else ""
        return replace(candidate, difference=apart.difference, span=apart.span, refused=refused)

    @property
    def _batched(self) -> bool:
        return self.step.below[0].batched

    def _distance(self, changed: MappedFunction, elements: int) -> Distance:
        """Of what the last resize gives: what follows it may be random."""
        source = built(self.step.below[0]).take(elements)
        before, after = (
            one.giving(self.path.result).on(source) for one in (self.function, changed)
        )
        return distance(before, after, elements=elements)
