"""The first batch that a pipeline yields, drawn without leaving a trace in the pipeline.

Each pass through a ``shuffle`` changes the order of the passes after it, a pass that ends early
through a ``cache`` on disk locks its file, and a mapped Keras layer counts its random numbers in a
variable. So those stages are left out and the later ones applied again, with the functions already
traced, and variables get their values back: the learner's own run is the same with us as without.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

import tensorflow as tf

from etude.domain.observations import TensorSample
from etude.worker.kept_variables import variables_kept
from etude.worker.links import Link, chain_of
from etude.worker.patterns import patterns
from etude.worker.tensors import describe_sample

_TRACELESS = frozenset({"prefetch", "repeat", "with_options"})
_LEFT_OUT = _TRACELESS | {"shuffle", "cache", "snapshot"}
_RUNS_PYTHON = frozenset({"PyFunc", "PyFuncStateless", "EagerPyFunc"})
# They choose among elements without looking into them, so they may as well choose below a ``map``.
_CHOOSE = frozenset({"skip", "take", "shard"})
_WITHOUT_FUNCTION = _CHOOSE | {
    *("batch", "padded_batch", "ragged_batch", "rebatch", "unbatch", "enumerate"),
}


@dataclass(frozen=True, slots=True)
class Sampled:
    """``at`` is "" when the sample is what the model sees; see ``observations.Data``.

    ``element`` is what was drawn, for those who need its values.
    """

    sample: Sequence[TensorSample] = ()
    at: str = ""
    patterns: Mapping[str, Any] = field(default_factory=dict)
    element: Any = None


@dataclass(frozen=True, slots=True)
class _Step:
    """A stage with the datasets before and after it."""

    link: Link
    after: Any

    @property
    def op(self) -> str:
        return self.link.stage.op

    @property
    def leaves_a_trace(self) -> bool:
        if self.op == "shuffle":
            return self.link.stage.parameters.get("reshuffle_each_iteration") is not False
        if self.op == "list_files":
            return self.link.stage.parameters.get("shuffle") is not False
        return self.op in _LEFT_OUT - _TRACELESS or self._runs_python

    @property
    def _runs_python(self) -> bool:
        return not _RUNS_PYTHON.isdisjoint(self.link.stage.ops)

    def again_on(self, source: Any) -> Any:
        """This stage applied to another dataset; None when that would leave a trace."""
        if self.op in _LEFT_OUT:
            return source
        if self.op in _WITHOUT_FUNCTION and self.link.again is not None:
            return self.link.again(source)
        return _mapped(source, self.after) if self.op == "map" and not self._runs_python else None


def sample_quietly(dataset: Any) -> Sampled:
    """A few facts on the first element; errors are left to the learner's own iteration."""
    steps = _steps(dataset)
    if any(step.op == "from_generator" for step in steps):
        return Sampled(at="from_generator")
    start = next(
        (i for i, one in enumerate(steps) if one.leaves_a_trace or _wasteful(steps, i)), -1
    )
    if start < 0:
        return _drawn(dataset, steps)
    source = _below(steps[start])
    for step in _chosen_first(steps[start:]):
        following = step.again_on(source) if step.op != "list_files" else source
        if following is None:
            return _drawn(source, steps, at=step.op)
        source = following
    shuffled = any(step.op in ("shuffle", "list_files") for step in steps if step.leaves_a_trace)
    return _drawn(source, steps, at="shuffle" if shuffled else "")


def _wasteful(steps: Sequence[_Step], place: int) -> bool:
    """Whether a ``map`` would prepare elements that a ``skip`` above it throws away."""
    if steps[place].op != "map":
        return False
    above = takewhile(lambda step: step.op in _CHOOSE | _LEFT_OUT | {"map"}, steps[place:])
    return any(step.op == "skip" for step in above)


def _chosen_first(steps: Sequence[_Step]) -> list[_Step]:
    """The steps with every choice moved below the maps before it, which changes no element."""
    ordered: list[_Step] = []
    for step in steps:
        place = len(ordered)
        while step.op in _CHOOSE and place and ordered[place - 1].op in _LEFT_OUT | {"map"}:
            place -= 1
        ordered.insert(place, step)
    return ordered


def _steps(dataset: Any) -> list[_Step]:
    chain = chain_of(dataset)
    after = [link.parent for link in chain[1:]] + [dataset]
    return [_Step(link, one) for link, one in zip(chain, after, strict=True)]


def _below(step: _Step) -> Any:
    """What a stage is applied to; ``list_files`` shuffles the paths that it has found."""
    return step.after._inputs()[0] if step.op == "list_files" else step.link.parent


def _mapped(source: Any, mapped: Any) -> Any:
    """``mapped``'s function on another dataset, without tracing it anew."""
    try:
        function = mapped._map_func.function
        variant = tf.raw_ops.MapDataset(
            input_dataset=tf.data.experimental.to_variant(source),
            other_arguments=function.captured_inputs,
            f=function,
            **mapped._flat_structure,
        )
        return tf.data.experimental.from_variant(variant, mapped.element_spec)
    except Exception:  # TensorFlow's private attributes: a later release may lack them
        return None


def _drawn(dataset: Any, steps: Sequence[_Step], *, at: str = "") -> Sampled:
    if _reshuffles(dataset):  # inside a zip or the like
        return Sampled(at=at)
    try:
        with variables_kept(step.after for step in steps):
            for element in dataset.take(1):
                return Sampled(describe_sample(element), at, patterns(element), element)
    except Exception:
        return Sampled(at=at)
    return Sampled(at=at)


def _reshuffles(dataset: Any) -> bool:
    if getattr(dataset, "_reshuffle_each_iteration", False) and "Shuffle" in type(dataset).__name__:
        return True
    inputs = dataset._inputs() if hasattr(dataset, "_inputs") else ()
    return any(_reshuffles(one) for one in inputs)
