"""Steps of training loops of one's own, one record per model and place.

A frame "loop" tells of the first step of a loop (``domain.own_loop.Loop``), "loop_examples" of the
examples of one of the first, for checks to compare, and "loop_end" how many were taken and how
their losses went. Of a step only its loss is kept, as the tensor that it is: nothing waits for the
device, and of a long training a bounded number of losses is left.
"""

import math
import weakref
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from typing import Any

import keras
import numpy as np

from etude.domain.health import Health
from etude.domain.observations import Compiled, Data, Loss
from etude.domain.own_loop import TRAIN_ON_BATCH, Batch, Loop, example_keys
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.links import stages_of
from etude.worker.models import describe_model
from etude.worker.patterns import patterns
from etude.worker.recorders.fits import nan_weights
from etude.worker.recorders.generated import batch_key
from etude.worker.recorders.health import Checkup
from etude.worker.tensors import describe_sample, describe_spec, to_numpy

_MOST_LOOPS = 40
_MOST_LOSSES = 128
_MOST_BATCHES = 24
_MOST_LABELS = 4096
_MOST_CLASSES = 32
_MOST_EXAMPLES = 64  # of a batch


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one step was given, as far as it was seen.

    Attributes:
      source: the dataset that the batch came from, None when it came from elsewhere.
    """

    inputs: Any = None
    labels: Any = None
    source: Any = None


class Losses:
    """Losses of some steps, evenly spaced; every other one is let go when they become many."""

    def __init__(self) -> None:
        self.steps = 0
        self.every = 1
        self._kept: list[Any] = []

    def add(self, loss: Any) -> None:
        """Counts a step; its loss may be None."""
        if self.steps % self.every == 0 and loss is not None:
            self._kept.append(loss)
            if len(self._kept) >= _MOST_LOSSES:
                self._kept, self.every = self._kept[::2], 2 * self.every
        self.steps += 1

    def numbers(self) -> list[float]:
        """Those that are single numbers."""
        found = [np.asarray(loss) for loss in self._kept]
        return [float(one.reshape(-1)[0]) for one in found if one.size == 1]


@dataclass(slots=True)
class _Watched:
    index: int
    model: Any  # a weak reference, as is the optimizer
    optimizer: Any
    checkup: Checkup
    losses: Losses = field(default_factory=Losses)
    batches: list[Batch] = field(default_factory=list)
    first_rate: float | None = None
    rows: int = 1  # of a batch


class OwnSteps:
    """Attributes: inside: above zero while Keras trains by itself, and no step is the learner's."""

    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self.inside = 0
        self._files = files
        self._facts = facts
        self._watched: dict[Hashable, _Watched] = {}

    @contextmanager
    def keras_trains(self) -> Iterator[None]:
        """Meanwhile steps are taken by ``fit`` or ``train_on_batch``."""
        self.inside += 1
        try:
            yield
        finally:
            self.inside -= 1

    def is_new(self, place: Hashable, model: Any) -> bool:
        """Whether a step there begins a loop; a program with very many of them shows the first."""
        return (place, id(model)) not in self._watched and len(self._watched) < _MOST_LOOPS

    def compares(self, place: Hashable, model: Any) -> bool:
        """Whether the batches of this loop are still looked at: those of its first steps are."""
        watched = self._watched.get((place, id(model)))
        return watched is None or len(watched.batches) < _MOST_BATCHES

    def begin(
        self, place: Hashable, how: str, model: Any, line: int, step: Step, *,
        optimizer: Any = None, loss: Loss | None = None, loss_line: int = 0,
    ) -> None:  # fmt: skip
        """Tells of a loop when its first step is taken."""
        if not line:
            return
        optimizer = optimizer or getattr(model, "optimizer", None)
        index = len(self._watched)
        checkup = Checkup(weakref.proxy(model), looks=index)  # nothing is kept alive for it
        watched = _Watched(index, weakref.ref(model), _weak(optimizer), checkup)
        watched.first_rate = _rate(optimizer)
        if how == TRAIN_ON_BATCH:  # under a tape a batch may be a symbol
            checkup.keep((step.inputs, step.labels))
            watched.rows = len(keras.tree.flatten(step.inputs)[0])
        self._watched[place, id(model)] = watched
        described = describe_model(model)
        if described.compiled is None:
            described = replace(described, compiled=_compiled(loss_line or line, optimizer, loss))
        loop = Loop(
            index=watched.index, line=line, how=how, model=described, train=_data(step, line)
        )
        self._facts.emit("loop", **asdict(loop))

    def took(self, place: Hashable, model: Any, loss: Any, inputs: Any, labels: Any) -> None:
        """Counts a step."""
        watched = self._watched.get((place, id(model)))
        if watched is None:
            return
        watched.losses.add(loss)
        if inputs is not None and len(watched.batches) < _MOST_BATCHES:
            first = to_numpy(keras.tree.flatten(inputs)[0])
            watched.batches.append(Batch(key=batch_key(first), labels=_classes(labels)))
            if keys := example_keys(first[:_MOST_EXAMPLES] if first.ndim else first):
                self._facts.emit("loop_examples", loop=watched.index, keys=keys)

    def tell(self, *, finished: bool) -> None:
        """How the loops went; ``finished`` when the program has come to its own end."""
        for watched in self._watched.values():
            model, optimizer = watched.model(), watched.optimizer()
            left = watched.checkup if model is not None else None
            health = (
                _health(left, model, watched.rows, finished=finished) if left is not None else None
            )
            rates = [watched.first_rate, _rate(optimizer)]
            self._facts.emit(
                "loop_end",
                loop=watched.index,
                steps=watched.losses.steps,
                losses=watched.losses.numbers(),
                every=watched.losses.every,
                rates=[rate for rate in rates if rate is not None],
                batches=[asdict(batch) for batch in watched.batches],
                nan_weights=nan_weights(model) if model is not None else [],
                health=asdict(health) if health is not None else None,
                finished=finished,
            )
        self._watched.clear()


def _health(checkup: Checkup, model: Any, rows: int, *, finished: bool) -> Health | None:
    """How the model is; its examples are looked at where the program has nothing left to do."""
    if finished:
        checkup.hold(model)
        checkup.epoch_ended()  # all steps, and what else the program did meanwhile
    return checkup.result(seconds=0.0, batch_size=rows)


def _weak(thing: Any) -> Any:
    return weakref.ref(thing) if thing is not None else lambda: None


def _rate(optimizer: Any) -> float | None:
    try:
        rate = float(optimizer.learning_rate)
    except Exception:
        return None
    return rate if math.isfinite(rate) else None


def _compiled(line: int, optimizer: Any, loss: Loss | None) -> Compiled:
    """As if the model had been compiled with what the loop uses."""
    return Compiled(
        line=line,
        losses=[loss] if loss is not None else [],
        optimizer=type(optimizer).__name__ if optimizer is not None else "",
        learning_rate=_rate(optimizer),
    )


def _data(step: Step, line: int) -> Data:
    given = (step.inputs, step.labels)
    seen: dict[str, Any] = {}
    if step.inputs is not None:
        seen = {"sample": describe_sample(given), **patterns(given)}
    if step.source is None:
        return Data(role="training", kind="batches", line=line, **seen)
    return Data(
        role="training",
        kind="dataset",
        type=type(step.source).__name__,
        line=line,
        spec=describe_spec(step.source.element_spec),
        cardinality=int(step.source.cardinality()),
        stages=stages_of(step.source),
        **seen,
    )


def _classes(labels: Any) -> Sequence[int]:
    if labels is None or isinstance(labels, dict | list | tuple):
        return ()
    values = to_numpy(labels)
    if values.ndim == 2 and values.shape[1] > 1 and (values.sum(axis=1) == 1).all():
        values = values.argmax(axis=1)
    values = values.reshape(-1)[:_MOST_LABELS]
    if values.dtype.kind not in "biuf" or not (values == np.round(values)).all():
        return ()
    found = np.unique(values)
    return [int(one) for one in found] if len(found) <= _MOST_CLASSES else ()
