"""A recorded pipeline as steps that can be put together again, with one of them changed.

Shuffles and caches of the learner's own are left out: their order and their files stay as they are.
So is what only makes every pass begin late or end late.
"""

import contextlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import tensorflow as tf

from etude.domain.observations import Stage
from etude.worker.links import Link, is_recorded, link_of
from etude.worker.profile.harmful import objection
from etude.worker.profile.mapped import MappedFunction

LEFT_OUT = frozenset({"shuffle", "cache", "snapshot", "repeat", "skip"})
BATCHING = frozenset({"batch", "padded_batch", "ragged_batch", "sparse_batch", "rebatch"})
_GROUPING = BATCHING | {"bucket_by_sequence_length", "group_by_window"}
_CANNOT_JOIN_AGAIN = frozenset({"sample_from_datasets", "choose_from_datasets"})

Apply = Callable[[Sequence[Any]], Any]


class Unmeasurable(Exception):
    """A pipeline that must not, or cannot, be run again; the text says why."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """A stage, the steps below it, and how it is applied to their datasets.

    Attributes:
      link: what the recorder left of it.
      function: of a ``map``, where it can be applied without calling the learner's Python.
      batched: whether what it gives are batches of examples.
    """

    link: Link
    below: tuple["Step", ...]
    apply: Apply
    function: MappedFunction | None = None
    batched: bool = False

    @property
    def stage(self) -> Stage:
        return self.link.stage

    @property
    def op(self) -> str:
        return self.link.stage.op


def read(dataset: Any) -> Step:
    """The steps of a recorded dataset.

    Raises:
      Unmeasurable: running it again would use something up or act outside the pipeline.
    """
    link = link_of(dataset)
    if reason := objection(link.stage):
        raise Unmeasurable(reason)
    if not link.parents or not is_recorded(dataset):
        return _source(dataset, link)
    below = tuple(read(parent) for parent in link.parents)
    function = MappedFunction.of(dataset) if link.stage.op == "map" else None
    return Step(
        link=link,
        below=below,
        apply=_unchanged_or(dataset, link, _again(dataset, link, function)),
        function=function,
        batched=_batched(link.stage.op, below),
    )


def built(step: Step) -> Any:
    """The dataset that a step and those below it make."""
    return step.apply([built(one) for one in step.below])


def every(step: Step) -> Iterator[Step]:
    """All steps, the sources first."""
    for below in step.below:
        yield from every(below)
    yield step


def main_path(step: Step) -> list[Step]:
    """The last step and those below it, down to a source or to where branches meet."""
    path = [step]
    while len(path[-1].below) == 1:
        path.append(path[-1].below[0])
    return path


def replaced(step: Step, old: Step, new: Step) -> Step:
    """The same pipeline with one step replaced, what lies below it included."""
    if step is old:
        return new
    below = tuple(replaced(one, old, new) for one in step.below)
    if all(one is other for one, other in zip(below, step.below, strict=True)):
        return step
    return replace(step, below=below)


def added(below: Step, op: str, apply: Callable[[Any], Any]) -> Step:
    """A new step on top of another."""
    return Step(
        link=Link(Stage(op=op, line=below.stage.line)),
        below=(below,),
        apply=lambda datasets: apply(datasets[0]),
        batched=below.batched,
    )


def with_function(step: Step, function: MappedFunction, **changed: Any) -> Step:
    """A ``map`` with another function or with other parameters."""
    how = _how(step.stage) | changed
    return replace(step, function=function, apply=lambda sources: function.on(sources[0], **how))


def retraced(step: Step, below: Step) -> Step:
    """The stage on another step by calling it once more, the learner's function in it included."""
    link = step.link
    return replace(
        step,
        below=(below,),
        apply=lambda datasets: _repeated(link, datasets),
        function=None,
        batched=_batched(step.op, (below,)),
    )


def _source(dataset: Any, link: Link) -> Step:
    """A dataset that is taken as it is; what lies unrecorded below it must be harmless too."""
    for parent in link.parents:
        read(parent)
    shuffled = link.stage.op == "list_files" and "Shuffle" in type(dataset).__name__
    source = dataset._inputs()[0] if shuffled else dataset
    return Step(link=link, below=(), apply=lambda _: source)


def _unchanged_or(dataset: Any, link: Link, again: Apply) -> Apply:
    """The learner's own dataset as long as it stands on the learner's own ones."""

    def apply(datasets: Sequence[Any]) -> Any:
        same = all(one is other for one, other in zip(datasets, link.parents, strict=True))
        return dataset if same and link.stage.op not in LEFT_OUT else again(datasets)

    return apply


def _again(dataset: Any, link: Link, function: MappedFunction | None) -> Apply:
    op = link.stage.op
    if op in LEFT_OUT:
        return lambda datasets: datasets[0]
    if function is not None:
        return lambda datasets: function.on(datasets[0], **_how(link.stage))
    if op == "zip":
        return lambda datasets: tf.data.Dataset.zip(
            tf.nest.pack_sequence_as(dataset._datasets, list(datasets))
        )
    if op == "concatenate":
        return lambda datasets: datasets[0].concatenate(datasets[1])
    return lambda datasets: _repeated(link, datasets)


def _repeated(link: Link, datasets: Sequence[Any]) -> Any:
    """The recorded call once more; a function in it is traced anew, and what it prints is lost."""
    if link.again is None or link.stage.op in _CANNOT_JOIN_AGAIN:
        raise Unmeasurable(f"{link.stage.op} in line {link.stage.line} cannot be applied again")
    nowhere = io.StringIO()
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        return link.again(datasets[0])


def _how(stage: Stage) -> dict[str, Any]:
    names = ("num_parallel_calls", "deterministic")
    return {name: stage.parameters[name] for name in names if name in stage.parameters}


def _batched(op: str, below: Sequence[Step]) -> bool:
    if op in _GROUPING:
        return True
    return op != "unbatch" and any(one.batched for one in below)
