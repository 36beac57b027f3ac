"""Every ``fit``: what it was given, each epoch as it ends, and the weights it left."""

import functools
import inspect
import time
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import keras
import numpy as np

from etude.domain import observations
from etude.worker.data import describe_data
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.models import describe_model

_PLAIN_ARGUMENTS = (
    "batch_size epochs initial_epoch steps_per_epoch validation_steps validation_batch_size "
    "validation_freq validation_split shuffle class_weight"
).split()
_MOST_FITS = 200


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps ``keras.Model.fit``."""
    keras.Model.fit = _recorded(keras.Model.fit, _FitRecorder(files, facts))


def _recorded(original: Callable[..., Any], recorder: "_FitRecorder") -> Callable[..., Any]:
    signature = inspect.signature(original)

    @functools.wraps(original)
    def fit(*args: Any, **kwargs: Any) -> Any:
        try:
            given = signature.bind(*args, **kwargs)
        except TypeError:  # wrong arguments: Keras shall say so itself
            return original(*args, **kwargs)
        watch = recorder.begin(_with_defaults(signature, given))
        if watch is None:
            return original(*args, **kwargs)
        given.arguments["callbacks"] = [*_callbacks(given.arguments.get("callbacks")), watch]
        try:
            result = original(*given.args, **given.kwargs)
        except BaseException:
            watch.end(finished=False)
            raise
        watch.end(finished=True)
        return result

    return fit


def _with_defaults(signature: inspect.Signature, given: inspect.BoundArguments) -> dict[str, Any]:
    """All arguments; what is passed on stays as given, since Keras warns about some explicit ones."""
    defaults = {name: parameter.default for name, parameter in signature.parameters.items()}
    return {**defaults, **given.arguments}


def _callbacks(given: Any) -> list[Any]:
    if isinstance(given, keras.callbacks.CallbackList):
        return list(given.callbacks)
    return list(keras.tree.flatten(given)) if given is not None else []


class _FitRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
        self._count = 0

    def begin(self, given: dict[str, Any]) -> "_Epochs | None":
        if self._count >= _MOST_FITS:
            return None
        index, self._count = self._count, self._count + 1
        line = self._files.line()
        fit = observations.Fit(
            index=index,
            line=line,
            model=describe_model(given["self"]),
            train=_train_data(given, line),
            validation=_validation_data(given, line),
            arguments={key: _plain(given[key]) for key in _PLAIN_ARGUMENTS if key in given},
            callbacks=[_callback(callback) for callback in _callbacks(given["callbacks"])],
        )
        self._facts.emit("fit", **asdict(fit))
        return _Epochs(self._facts, index=index, model=given["self"])


def _train_data(given: dict[str, Any], line: int) -> observations.Data:
    value = given["x"] if given["y"] is None else (given["x"], given["y"])
    return describe_data(value, role="fit", line=line)


def _validation_data(given: dict[str, Any], line: int) -> observations.Data | None:
    value = given["validation_data"]
    return None if value is None else describe_data(value, role="validation", line=line)


def _callback(callback: Any) -> observations.Callback:
    options = {
        name: _plain(value)
        for name, value in vars(callback).items()
        if not name.startswith("_") and _plain(value) is not None
    }
    return observations.Callback(kind=type(callback).__name__, options=options)


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return None


class _Epochs(keras.callbacks.Callback):
    """Writes each epoch's logs; touches no batch, so Keras keeps its asynchronous dispatch."""

    async_safe = True

    def __init__(self, facts: FactsWriter, *, index: int, model: Any) -> None:
        super().__init__()
        self._facts = facts
        self._index = index
        self._fitted = model
        self._started = time.perf_counter()

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        values = {key: float(value) for key, value in (logs or {}).items()}
        values.setdefault("learning_rate", _learning_rate(self._fitted))
        self._facts.emit("epoch", fit=self._index, epoch=epoch, logs=values)

    def end(self, *, finished: bool) -> None:
        self._facts.emit(
            "fit_end",
            fit=self._index,
            finished=finished,
            seconds=time.perf_counter() - self._started,
            nan_weights=_nan_weights(self._fitted),
        )


def _learning_rate(model: Any) -> float:
    try:
        return float(model.optimizer.learning_rate)
    except Exception:
        return float("nan")


def _nan_weights(model: Any) -> list[str]:
    """Names of weights that hold a NaN; a ReLU can hide it from the loss."""
    return [
        weight.path
        for weight in model.weights
        if "float" in str(weight.dtype) and not np.isfinite(np.asarray(weight)).all()
    ]
