"""Training loops of one's own: model calls, losses, gradients and the steps that use them.

Recorded calls, each at most a few dozen times per place:

- "Model.call": the model's ``name``, ``training`` as given, ``taped`` (a tape is recording),
  ``symbolic`` (the model is a part of another that is being built), the shape of its ``outputs``.
- "Loss.call": a loss object is called; its ``loss`` and ``from_logits``, the shapes of ``labels``
  and ``outputs``, and the model when these are what it just gave; ``labels_are_output`` when a
  model just gave what stands in the place of the labels.
- "GradientTape.gradient": ``sources``, how many are ``none``, how many of them are ``variables``,
  the class of the ``target``, the keys of called models whose weights are asked ``of``, and the
  places of those that are ``stuck``: matrices of one number throughout whose gradient is zero.
- "BinaryAccuracy.call": the metric compares what a model just gave with its ``threshold``.
- "Optimizer.apply": a step; ``key`` tells optimizers apart.
- "broadcast": under a tape, (n,) minus (n, 1) gives (n, n); ``of_output`` when one is what a model
  just gave.

``model`` among the arguments is its key; the description comes with the first of the calls.
"""

import functools
import inspect
import math
import weakref
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from etude.domain import observations
from etude.worker.compiled import resolve_losses
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.models import describe_model
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.looking import Looks
from etude.worker.recorders.still_weights import StillWeights, is_even
from etude.worker.recorders.switches import training_switches
from etude.worker.recorders.tape_loops import TapeLoops
from etude.worker.shapes import shape_list

_MOST_DESCRIBED = 20
_MOST_DIFFERENCES = 5000
# What sums of many float32 numbers leave of zero.
_ROUNDING = 1e-6


def install(files: LearnerFiles, facts: FactsWriter, tapes: TapeLoops, still: StillWeights) -> None:
    """Wraps calls of models and losses, ``GradientTape`` and ``Optimizer.apply_gradients``."""
    recorder = _LoopRecorder(files, facts, tapes, still)
    keras.Model.__call__ = recorder.model_called(keras.Model.__call__)
    keras.losses.Loss.__call__ = recorder.loss_called(keras.losses.Loss.__call__)
    accuracy: Any = keras.metrics.BinaryAccuracy
    accuracy.__call__ = recorder.measured(accuracy.__call__)
    accuracy.update_state = recorder.measured(accuracy.update_state)
    tape = tf.GradientTape
    tape.__enter__ = recorder.counted(tape.__enter__, 1)
    tape.__exit__ = recorder.counted(tape.__exit__, -1)
    tape.gradient = recorder.gradient_asked(tape.gradient)
    optimizer = keras.optimizers.Optimizer
    optimizer.apply_gradients = recorder.applied(optimizer.apply_gradients)
    optimizer.apply = recorder.applied(optimizer.apply)
    _watch_differences(recorder)


def _watch_differences(recorder: "_LoopRecorder") -> None:
    looks = Looks(per_place=_MOST_DIFFERENCES, in_all=_MOST_DIFFERENCES)
    for owner, name in ((tf.Tensor, "__sub__"), (tf.Tensor, "__rsub__")):
        setattr(owner, name, recorder.subtracted(getattr(owner, name), looks))
    squared = recorder.subtracted(tf.math.squared_difference, looks)
    tf.math.squared_difference = tf.autograph.experimental.do_not_convert(squared)


class _LoopRecorder:
    def __init__(
        self, files: LearnerFiles, facts: FactsWriter, tapes: TapeLoops, still: StillWeights
    ) -> None:
        self._files = files
        self._facts = facts
        self._tape_loops = tapes
        self._still = still
        self._tapes = 0
        self._output: Callable[[], Any] = lambda: None
        self._gave_output: Callable[[], Any] = lambda: None
        self._described: set[tuple[int, bool]] = set()
        self._owner: dict[int, str] = {}

    def model_called(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder, looks = self, Looks()

        @functools.wraps(original)
        def called(self: Any, *args: Any, **kwargs: Any) -> Any:
            outputs = original(self, *args, **kwargs)
            if looks.is_news() and recorder._files.called_by_learner():
                with harmless(recorder._facts, "loops"):
                    recorder._note_output(self, outputs)
                    recorder._note_pass(self, args, kwargs)
                    recorder._note_model(self, outputs, args, kwargs)
            return outputs

        return called

    def loss_called(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder, looks = self, Looks()

        @functools.wraps(original)
        def called(self: Any, y_true: Any, y_pred: Any, *args: Any, **kwargs: Any) -> Any:
            if looks.is_news() and recorder._files.called_by_learner():
                with harmless(recorder._facts, "loops"):
                    recorder._note_loss(self, y_true, y_pred)
            return original(self, y_true, y_pred, *args, **kwargs)

        return called

    def measured(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder, looks = self, Looks()

        @functools.wraps(original)
        def called(self: Any, y_true: Any, y_pred: Any, *args: Any, **kwargs: Any) -> Any:
            is_output = y_pred is not None and y_pred is recorder._output()
            if is_output and looks.is_news() and recorder._files.called_by_learner():
                with harmless(recorder._facts, "loops"):
                    threshold = {"threshold": float(self.threshold)}
                    recorder._emit("BinaryAccuracy.call", threshold, model=recorder._gave_output())
            return original(self, y_true, y_pred, *args, **kwargs)

        return called

    def counted(self, original: Callable[..., Any], change: int) -> Callable[..., Any]:
        recorder = self

        @functools.wraps(original)
        def passed(self: Any, *args: Any) -> Any:
            recorder._tapes += change
            return original(self, *args)

        return passed

    def gradient_asked(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder, looks = self, Looks()

        @functools.wraps(original)
        def gradient(self: Any, target: Any, sources: Any, *args: Any, **kwargs: Any) -> Any:
            news = looks.is_news() and recorder._files.called_by_learner()
            try:
                found = original(self, target, sources, *args, **kwargs)
            except Exception:
                if news:
                    with harmless(recorder._facts, "loops"):
                        recorder._note_gradient(target, sources, None)
                raise
            with harmless(recorder._facts, "loops"):
                recorder._tape_loops.asked(target, sources)
                if news:
                    recorder._still.asked(sources)
                    recorder._note_gradient(target, sources, found)
            return found

        return gradient

    def applied(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder, looks = self, Looks()

        @functools.wraps(original)
        def apply(self: Any, *args: Any, **kwargs: Any) -> Any:
            if looks.is_news() and recorder._files.called_by_learner():
                with harmless(recorder._facts, "loops"):
                    recorder._emit("Optimizer.apply", {"key": f"{id(self):x}"})
            return original(self, *args, **kwargs)

        return apply

    def subtracted(self, original: Callable[..., Any], looks: Looks) -> Callable[..., Any]:
        recorder = self

        @functools.wraps(original)
        def subtract(x: Any, y: Any, *args: Any, **kwargs: Any) -> Any:
            if recorder._tapes and looks.is_news() and _spreads(x, y):
                with harmless(recorder._facts, "loops"):
                    recorder._note_broadcast(x, y)
            return original(x, y, *args, **kwargs)

        return subtract

    def _note_output(self, model: Any, outputs: Any) -> None:
        if isinstance(outputs, tf.Tensor):
            self._output, self._gave_output = weakref.ref(outputs), weakref.ref(model)

    def _note_pass(self, model: Any, args: Any, kwargs: Any) -> None:
        if self._tapes:
            self._tape_loops.passed(model, _inputs(args, kwargs))

    def _note_model(self, model: Any, outputs: Any, args: Any, kwargs: Any) -> None:
        self._owner |= {id(weight): f"{id(model):x}" for weight in model.trainable_weights}
        inputs = _inputs(args, kwargs)
        arguments = {
            "name": str(model.name),
            "training": _training(model, args, kwargs),
            "taped": self._tapes > 0,
            "symbolic": any(
                isinstance(leaf, keras.KerasTensor) for leaf in keras.tree.flatten(inputs)
            ),
            "outputs": shape_list(getattr(outputs, "shape", None)),
        }
        self._emit("Model.call", arguments, model=model)

    def _note_loss(self, loss: Any, labels: Any, outputs: Any) -> None:
        described = resolve_losses(loss)[0]
        arguments = {
            "loss": described.name,
            "from_logits": described.from_logits,
            "labels": shape_list(getattr(labels, "shape", None)),
            "outputs": shape_list(getattr(outputs, "shape", None)),
            "labels_are_output": labels is not None and labels is self._output(),
        }
        model = self._gave_output() if outputs is self._output() else None
        if self._tapes and model is not None:
            self._tape_loops.compared(model, labels, described, self._files.line())
        self._emit("Loss.call", arguments, model=model)

    def _note_gradient(self, target: Any, sources: Any, found: Any) -> None:
        leaves = keras.tree.flatten(sources)
        gradients = (
            keras.tree.flatten(
                found,
            )
            if found is not None
            else [None] * len(leaves)
        )
        arguments = {
            "sources": len(leaves),
            "none": sum(one is None for one in gradients),
            "variables": sum(map(_is_variable, leaves)),
            "target": type(target).__name__,
            "of": sorted({self._owner[id(one)] for one in leaves if id(one) in self._owner}),
            "stuck": _stuck(leaves, gradients),
        }
        self._emit("GradientTape.gradient", arguments)

    def _note_broadcast(self, left: Any, right: Any) -> None:
        output = self._output()
        arguments = {
            "left": shape_list(left.shape),
            "right": shape_list(right.shape),
            "of_output": output is not None and (left is output or right is output),
        }
        if self._files.line():
            self._emit("broadcast", arguments)

    def _model(self, model: Any) -> observations.Model | None:
        """A description now and then: it costs more than the call itself."""
        key = (id(model), bool(self._tapes))
        if model is None or key in self._described or len(self._described) >= _MOST_DESCRIBED:
            return None
        self._described.add(key)
        return describe_model(model)

    def _emit(self, name: str, arguments: dict[str, Any], model: Any = None) -> None:
        key = {"model": f"{id(model):x}"} if model is not None else {}
        call = observations.Call(
            name=name,
            line=self._files.line(),
            arguments=arguments | key,
            model=self._model(model),
        )
        self._facts.emit("call", **asdict(call))


def _inputs(args: Any, kwargs: Any) -> Any:
    return args[0] if args else next(iter(kwargs.values()), None)


def _training(model: Any, args: Any, kwargs: Any) -> bool | None:
    """As it was given, else the default of the model's own ``call``; None when nobody said."""
    given = kwargs.get("training", args[1] if len(args) > 1 else None)
    if given is None:  # under another name, as in call(self, x, is_training=False)
        switches = training_switches(type(model).call) if kwargs else ()
        given = next((kwargs[name] for name in switches if name in kwargs), None)
    if given is None and not isinstance(model, keras.Function):
        parameter = inspect.signature(type(model).call).parameters.get("training")
        given = parameter.default if parameter is not None else None
    if isinstance(given, tf.Tensor):
        return True  # decided while it runs: nothing was forgotten
    return None if given is None or given is inspect.Parameter.empty else bool(given)


def _spreads(left: Any, right: Any) -> bool:
    """Whether one is (n,) and the other (n, 1), so that their difference is (n, n)."""
    shapes = [getattr(one, "shape", None) for one in (left, right)]
    try:
        short, long = sorted((tuple(shape) for shape in shapes if shape is not None), key=len)
    except (TypeError, ValueError):  # a single number, or a rank that is not known
        return False
    return len(short) == 1 and len(long) == 2 and long == (short[0], 1) and short != (1,)


def _stuck(sources: Sequence[Any], gradients: Sequence[Any]) -> list[int]:
    slopes = [_largest(one) for one in gradients]
    steepest = max((one for one in slopes if not math.isnan(one)), default=0.0)
    if not steepest or not tf.executing_eagerly():
        return []  # where nothing moves, it is not for want of different weights
    pairs = enumerate(zip(sources, slopes, strict=False))
    return [
        place for place, (one, slope) in pairs if slope <= _ROUNDING * steepest and is_even(one)
    ]


def _largest(gradient: Any) -> float:
    """Of the numbers of a gradient, without their sign; NaN where there is none to look at."""
    is_number = isinstance(gradient, tf.Tensor) and not tf.is_symbolic_tensor(gradient)
    return float(np.max(np.abs(gradient.numpy()), initial=0.0)) if is_number else math.nan


def _is_variable(source: Any) -> bool:
    """Of TensorFlow or of Keras, whose own are no ``keras.Variable`` in Keras 3.6."""
    return isinstance(source, tf.Variable) or hasattr(source, "assign")
