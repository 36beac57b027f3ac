"""Steps with a tape and an optimizer: taken outside a graph, or inside a ``tf.function``.

A step is a request for gradients in a model's weights that an optimizer then applies. Inside a
``tf.function`` both happen once, when it is traced; from then on each call of it is a step, and
what it gives back of that step's loss is the loss.
"""

import functools
import sys
import weakref
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import keras
import tensorflow as tf

from etude.domain.observations import Loss
from etude.domain.own_loop import TAPE
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.functions import Functions, arrays, position
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.own_steps import OwnSteps, Step
from etude.worker.recorders.pulled import Pulled

_MOST_WAITING = 8  # models of one step


@dataclass(slots=True)
class _Asked:
    """A request for gradients in the weights of one model, not yet applied."""

    place: Hashable
    line: int
    model: Any
    target: Any
    inputs: Any = None
    labels: Any = None
    loss: Loss | None = None
    loss_line: int = 0


@dataclass(slots=True)
class _Traced:
    """A step inside a function: where among the function's arguments its batch is."""

    asked: _Asked
    optimizer: Any
    inputs: int | None
    labels: int | None
    result: int | None = None


class TapeLoops:
    """Told by the recorder of loops what it sees; see ``worker.recorders.loops``."""

    def __init__(
        self,
        files: LearnerFiles,
        facts: FactsWriter,
        steps: OwnSteps,
        pulled: Pulled,
        functions: Functions,
    ) -> None:
        self._files = files
        self._facts = facts
        self._functions = functions
        self._steps = steps
        self._pulled = pulled
        self._lines: dict[Hashable, int] = {}
        self._owner: dict[int, Any] = {}
        self._passed: dict[int, Any] = {}
        self._compared: dict[int, tuple[Any, Loss, int]] = {}
        self._asked: dict[int, _Asked] = {}
        self._traced: weakref.WeakKeyDictionary[Any, dict[int, _Traced]] = (
            weakref.WeakKeyDictionary()
        )

    def install(self) -> None:
        """Listens to the calls of functions, and wraps the optimizers' ``apply``."""
        self._functions.listen(self._function_called)
        optimizer: Any = keras.optimizers.Optimizer
        optimizer.apply = self._applied(optimizer.apply)

    def passed(self, model: Any, inputs: Any) -> None:
        """A model was called under a tape."""
        reference = weakref.ref(model)
        self._owner |= {id(weight): reference for weight in model.trainable_weights}
        # Called twice, as on real and on made examples: neither is what it learns from.
        self._passed[id(model)] = None if id(model) in self._passed else inputs

    def compared(self, model: Any, labels: Any, loss: Loss, line: int) -> None:
        """A loss was called on what a model gave under a tape."""
        twice = id(model) in self._compared
        self._compared[id(model)] = (None if twice else labels, loss, line)

    def asked(self, target: Any, sources: Any) -> None:
        """Gradients were asked for; called for every request, so it does next to nothing."""
        if self._steps.inside or not isinstance(sources, list | tuple) or not sources:
            return
        model = self._owner.get(id(sources[0]), lambda: None)()
        if model is None:
            return
        for waiting in (self._asked, self._passed, self._compared):
            if len(waiting) > _MOST_WAITING:
                waiting.clear()
        frame = sys._getframe(2)
        place = (frame.f_code, frame.f_lasti)
        if place not in self._lines:
            self._lines[place] = self._files.line()
        labels, loss, loss_line = self._compared.pop(id(model), (None, None, 0))
        self._asked[id(model)] = _Asked(
            place=place,
            line=self._lines[place],
            model=model,
            target=target,
            inputs=self._passed.pop(id(model), None),
            labels=labels,
            loss=loss,
            loss_line=loss_line,
        )

    def _applied(self, original: Callable[..., Any]) -> Callable[..., Any]:
        loops = self

        @functools.wraps(original)
        def apply(self: Any, *args: Any, **kwargs: Any) -> Any:
            result = original(self, *args, **kwargs)
            if loops._asked:
                with harmless(loops._facts, "tape_loops"):
                    asked = loops._asked_for(args, kwargs)
                    if asked is not None:
                        loops._note_step(self, asked)
            return result

        return apply

    def _asked_for(self, args: Any, kwargs: Any) -> _Asked | None:
        """The request whose gradients are applied to these variables."""
        variables = kwargs.get("trainable_variables", args[1] if len(args) > 1 else None)
        if variables:
            model = self._owner.get(id(next(iter(variables))), lambda: None)()
            return self._asked.pop(id(model), None)
        return self._asked.popitem()[1] if len(self._asked) == 1 else None

    def _note_step(self, optimizer: Any, asked: _Asked) -> None:
        if tf.executing_eagerly():
            seen = self._compares(asked)
            step = self._pulled.step(asked.inputs, asked.labels) if seen else Step()
            self._count(optimizer, asked, step, asked.target)
        elif self._functions.outermost is not None:
            steps = self._traced.setdefault(self._functions.outermost, {})
            steps[id(asked.model)] = _Traced(
                asked, optimizer, position(asked.inputs), position(asked.labels)
            )

    def _count(self, optimizer: Any, asked: _Asked, step: Step, loss: Any) -> None:
        steps, place, model = self._steps, asked.place, asked.model
        if steps.is_new(place, model):
            steps.begin(
                place,
                TAPE,
                model,
                asked.line,
                step,
                optimizer=optimizer,
                loss=asked.loss,
                loss_line=asked.loss_line,
            )
        steps.took(place, model, loss, step.inputs, step.labels)

    def _function_called(self, function: Any, args: Any, kwargs: Any, result: Any) -> None:
        is_inside = bool(self._functions.running)
        if not is_inside and function in self._traced and not self._steps.inside:
            with harmless(self._facts, "tape_loops"):
                for traced in self._traced[function].values():
                    self._note_call(function, traced, (args, kwargs), result)

    def _note_call(self, function: Any, traced: _Traced, given: Any, result: Any) -> None:
        if traced.asked.target is not None:  # the first call: the graph is not needed after it
            traced.result = _place_of(traced.asked.target, function)
            traced.asked.target = traced.asked.inputs = traced.asked.labels = None
        leaves = tf.nest.flatten(result)
        known = traced.result is not None and traced.result < len(leaves)
        loss = leaves[traced.result] if known else None
        step = self._given(traced, given) if self._compares(traced.asked) else Step()
        self._count(traced.optimizer, traced.asked, step, loss)

    def _compares(self, asked: _Asked) -> bool:
        return self._steps.compares(asked.place, asked.model)

    def _given(self, traced: _Traced, given: Any) -> Step:
        batch = arrays(given)
        return self._pulled.step(_at(batch, traced.inputs), _at(batch, traced.labels))


def _place_of(target: Any, function: Any) -> int | None:
    """Which of the function's results is this tensor, as it is."""
    for traced in function._list_all_concrete_functions():
        for place, one in enumerate(tf.nest.flatten(traced.structured_outputs)):
            if one is target or any(source is target for source in _handed_on(one)):
                return place
    return None


def _handed_on(result: Any) -> Sequence[Any]:
    """What a result of a graph is a copy of."""
    operation: Any = getattr(result, "op", None)
    copies = operation is not None and operation.type == "Identity"
    return list(operation.inputs) if copies else ()


def _at(batch: Sequence[Any], place: int | None) -> Any:
    return batch[place] if place is not None and place < len(batch) else None
