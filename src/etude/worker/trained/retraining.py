"""Trains a model once more from its first weights, to see whether a suspicion is right.

Nothing of the program follows any more, so its model may be used for it. Everything suspected is
changed at once; where that helps, all but one of it is, to see which of them it was.
"""

import contextlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from etude.domain.logs import series_of
from etude.domain.observations import Model
from etude.domain.retraining import LAST_RESORTS, Change, Course, Retraining
from etude.worker.facts_writer import FactsWriter
from etude.worker.keras_alone import is_keras_alone
from etude.worker.models import describe_model
from etude.worker.trained.changed_models import FORMER_LOSS, former_loss, with_wider_layers
from etude.worker.trained.examples import batches_of, places_all_over
from etude.worker.trained.standard import AS_THEY_ARE, Standard
from etude.worker.trained.suspicions import (
    cross_entropy_of,
    is_squared,
    last_resorts,
    narrow_layers,
    suspicions,
    usual_rate,
)
from etude.worker.trained.training import Training

BEGINS, KIND = "retrains", "retraining"
_KEPT = (
    *("batch_size", "class_weight", "sample_weight", "shuffle", "steps_per_epoch"),
    "validation_split",
)
_MOST_EXAMPLES = 2_000
_MOST_VALUES = 50_000_000


def look_at_retraining(training: Training, facts: FactsWriter, *, seconds: float) -> None:
    """A frame for each training that was tried; none where nothing is suspected.

    Args:
      seconds: what one of them may take.
    """
    ended = [epoch for epoch in facts.written("epoch") if epoch["fit"] == training.fit]
    if not ended or _is_resumed(training, ended[0]["epoch"]):
        return
    logs = [epoch["logs"] for epoch in ended]
    epochs = _affordable(facts, training.fit, len(logs), seconds)
    if not epochs or training.before is None or not is_keras_alone(training.model):
        return
    examples = _examples(training.train)
    if examples is None:
        return
    course, rate = Course.of(logs), next(iter(series_of(logs, "learning_rate")), None)
    described = describe_model(training.model)
    again = _Again(
        training,
        described,
        *examples,
        epochs=epochs,
        rate=rate,
        optimizer=training.model.optimizer,
        loss=training.model.loss,
        cross_entropy=cross_entropy_of(described, examples[1]),
    )
    suspected = tuple(suspicions(again.model, course, *examples, rate=rate, epochs=epochs))
    if not suspected:
        return
    facts.emit(BEGINS, changes=suspected)
    for tried in _tried(again, suspected, course):
        facts.emit(KIND, fit=training.fit, **asdict(tried))


def _is_resumed(training: Training, first: int) -> bool:
    """Whether a callback led it on from where another one was cut off, so that the weights before
    ``fit`` are not the ones it began with.
    """
    return first > (training.arguments.get("initial_epoch") or 0)


def _affordable(facts: FactsWriter, fit: int, epochs: int, seconds: float) -> int:
    """How many epochs fit into the time; none of a training that étude itself cut short."""
    end = next((end for end in facts.written("fit_end") if end["fit"] == fit), None)
    cut = any(cut["fit"] == fit for cut in facts.written("fit_cut"))
    if end is None or cut:
        return 0
    return min(epochs, int(seconds * epochs / max(end["seconds"], 1e-3)))


def _examples(data: Any) -> tuple[Any, Any] | None:
    """Inputs and targets from all over the data, both arrays of finite numbers; None for others."""
    found = _of_arrays(data) if isinstance(data, tuple) else _of_batches(data)
    if found is None or not all(one.dtype.kind in "biuf" and one.size for one in found):
        return None
    return found if all(np.isfinite(one).all() for one in found) else None


def _of_arrays(data: tuple[Any, Any]) -> tuple[Any, Any] | None:
    x, y = data
    if not hasattr(x, "shape") or np.size(x) > _MOST_VALUES:
        return None
    places = places_all_over(len(x), most=_MOST_EXAMPLES)
    return np.asarray(x)[places], np.asarray(y)[places]


def _of_batches(data: Any) -> tuple[Any, Any] | None:
    """None where an element is no pair of arrays, or its examples are not all of one shape."""
    drawn = list(zip(*batches_of(data, most=_MOST_EXAMPLES), strict=True))
    if not drawn or not all(isinstance(one, np.ndarray) for part in drawn for one in part):
        return None
    if any(len({one.shape[1:] for one in part}) > 1 for part in drawn):
        return None
    return np.concatenate(drawn[0]), np.concatenate(drawn[1])


def _tried(again: "_Again", suspected: Sequence[Change], course: Course) -> Iterator[Retraining]:
    """With all changes; then without each of them where they help, else with what is left."""
    together = again.train(suspected)
    yield together
    if not together.course.is_better_than(course):
        rest = tuple(last_resorts(again.model, again.targets, epochs=again.epochs))
        if rest and LAST_RESORTS.isdisjoint(suspected):
            yield from _tried(again, rest, course)
    elif len(suspected) > 1:
        for one in suspected:
            yield again.train([other for other in suspected if other is not one])


@dataclass(frozen=True, slots=True)
class _Again:
    """A training that can be done again.

    Attributes:
      inputs, targets: examples to be standardised by.
      epochs: how far it goes; rate: its first learning rate, None where that is not known.
      optimizer, loss: as it was compiled.
      cross_entropy: the one that would suit its outputs, "" without one.
    """

    training: Training
    model: Model
    inputs: Any
    targets: Any
    epochs: int
    rate: float | None
    optimizer: Any
    loss: Any
    cross_entropy: str

    def train(self, changes: Sequence[Change]) -> Retraining:
        """Trains with these changes; nothing that it prints is shown."""
        to_inputs = to_targets = AS_THEY_ARE
        if Change.INPUTS in changes:
            to_inputs = Standard.of(self.inputs)
        if Change.TARGETS in changes:
            to_targets = Standard.of(self.targets, whole=True)
        rate = usual_rate(self.model) if Change.RATE in changes else self.rate
        adam = Change.OPTIMIZER in changes
        optimizer = keras.optimizers.Adam() if adam else _like(self.optimizer, rate)
        model = self._model(changes, optimizer)
        given = {name: self.training.arguments.get(name) for name in _KEPT}
        logs = self._fit(
            model,
            _changed(self.training.train, to_inputs, to_targets)
            | {name: value for name, value in given.items() if value is not None},
        )
        epochs = [dict(zip(logs, each, strict=True)) for each in zip(*logs.values(), strict=True)]
        course = Course.of(epochs)
        if Change.LOSS in changes:
            course = replace(course, losses=series_of(epochs, FORMER_LOSS))
        squared = is_squared(self.model)
        losses = [to_targets.loss_before(loss, squared=squared) for loss in course.losses]
        return Retraining(changes=list(changes), course=replace(course, losses=losses), rate=rate)

    def _model(self, changes: Sequence[Change], optimizer: Any) -> Any:
        """The model at its beginning, or one like it, for an optimizer that has seen nothing."""
        model = self.training.model
        if Change.UNITS in changes:
            model = with_wider_layers(model, narrow_layers(self.model))
            model.compile(optimizer, self.loss)
            return model
        _begin_anew(self.training, optimizer)
        if Change.LOSS in changes:
            model.compile(optimizer, self.cross_entropy, metrics=[former_loss(self.loss)])
        elif model.loss is not self.loss:
            model.compile(optimizer, self.loss)
        return model

    def _fit(self, model: Any, arguments: Mapping[str, Any]) -> Mapping[str, Sequence[float]]:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            return model.fit(**arguments, epochs=self.epochs, verbose=0).history


def _like(used: Any, rate: float | None) -> Any:
    """An optimizer of the same kind that has seen nothing."""
    config = used.get_config()
    if rate is not None and not isinstance(config["learning_rate"], dict):  # that is a schedule
        config["learning_rate"] = rate
    return type(used).from_config(config)


def _begin_anew(training: Training, optimizer: Any) -> None:
    """The weights of the beginning, for an optimizer that has seen nothing."""
    model, before = training.model, training.before or {}
    if not before:  # it got its weights in ``fit``: others of the same kind
        model.set_weights(keras.models.clone_model(model).get_weights())
    for weight in model.weights:
        if id(weight) in before:
            weight.assign(before[id(weight)])
    model.optimizer = optimizer
    model.train_function = None  # it holds on to the optimizer from before


def _changed(data: Any, to_inputs: Standard, to_targets: Standard) -> dict[str, Any]:
    """``x`` and ``y`` for ``fit``."""
    if isinstance(data, tf.data.Dataset):
        return {"x": data.map(lambda x, y, *rest: (to_inputs(x), to_targets(y), *rest))}
    return {"x": to_inputs(data[0]), "y": to_targets(data[1])}
