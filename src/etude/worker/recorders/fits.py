"""Every ``fit``: what it was given, each epoch as it ends, and the weights it left."""

import functools
import inspect
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from typing import Any

import keras
import numpy as np

from etude.domain import observations
from etude.domain.health import Health
from etude.worker.data import describe_data
from etude.worker.drawn_answers import DrawnAnswers
from etude.worker.facts_writer import FactsWriter
from etude.worker.feeding import fed_otherwise
from etude.worker.lines import LearnerFiles
from etude.worker.models import describe_model
from etude.worker.ranges import describe_ranges
from etude.worker.recorders.callbacks import callbacks_in, describe_callback, plain
from etude.worker.recorders.generated import Generated
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.health import Checkup
from etude.worker.same_examples import overlap, repeated_rows
from etude.worker.series import describe_split
from etude.worker.trained.batches import Drawn
from etude.worker.trained.training import Training, training_of

_PLAIN_ARGUMENTS = (
    "batch_size", "epochs", "initial_epoch", "steps_per_epoch", "validation_steps",
    "validation_batch_size", "validation_freq", "validation_split", "shuffle", "class_weight",
)  # fmt: skip
_MOST_FITS = 200
_MOST_SHOWN = 3
_KERAS_BATCH = 32


def install(files: LearnerFiles, facts: FactsWriter, answers: DrawnAnswers) -> "FitRecorder":
    """Wraps ``keras.Model.fit``."""
    recorder = FitRecorder(files, facts, answers)
    keras.Model.fit = _recorded(keras.Model.fit, recorder)
    return recorder


def _recorded(original: Callable[..., Any], recorder: "FitRecorder") -> Callable[..., Any]:
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
        with watch.over(given.arguments):
            result = original(*given.args, **given.kwargs)
        recorder.last = training_of(given.arguments, fit=watch.index, before=watch.before)
        return result

    return fit


def _with_defaults(signature: inspect.Signature, given: inspect.BoundArguments) -> dict[str, Any]:
    """All arguments; what is passed on stays as given: Keras warns about some explicit ones."""
    defaults = {name: parameter.default for name, parameter in signature.parameters.items()}
    return {**defaults, **given.arguments}


class FitRecorder:
    """Attributes: last: the last ``fit`` of the learner's that came to its end."""

    def __init__(self, files: LearnerFiles, facts: FactsWriter, answers: DrawnAnswers) -> None:
        self.last: Training | None = None
        self._files = files
        self._facts = facts
        self._answers = answers
        self._count = 0

    def begin(self, given: dict[str, Any]) -> "_Watch | None":
        with harmless(self._facts, "fits"):
            line = self._files.line()
            if line and self._count < _MOST_FITS:  # without a line it is étude that trains
                checkup = Checkup(given["self"], looks=self._count)
                drawn = Drawn()
                fit = self._describe(given, line, checkup, drawn)
                self._facts.emit("fit", **asdict(fit))
                self._tell_unseen(fit)
                with harmless(self._facts, "batches"):
                    drawn.tell(self._facts, fit=fit.index)
                    self._facts.emit("fit_examples", fit=fit.index, keys=drawn.keys)
                self._count += 1
                validated = given["validation_data"] is not None or given["validation_split"]
                return _Watch(
                    self._facts,
                    index=fit.index,
                    model=given["self"],
                    prefixes=("", "val_") if validated else ("",),
                    checkup=checkup,
                    batch_size=_batch_size(fit),
                )
        return None

    def _describe(
        self, given: dict[str, Any], line: int, checkup: Checkup, drawn: Drawn
    ) -> observations.Fit:
        train, validation = _train(given), given["validation_data"]
        shown = drawn.keep if self._count < _MOST_SHOWN else _leave

        def keep(element: Any) -> None:
            checkup.keep(element)
            with harmless(self._facts, "batches"):
                drawn.compare(element)
            shown("fit", element)

        both = (train, validation) if validation is not None else ()
        return observations.Fit(
            index=self._count,
            line=line,
            model=describe_model(given["self"]),
            train=describe_data(train, role="fit", line=line, keep=keep),
            validation=_validation(validation, line, partial(shown, "validation")),
            overlap=self._look(overlap, *both) or "",
            repeated=self._look(repeated_rows, *both) or 0.0,
            drawn_order=self._look(self._answers.line_of, given["x"]) or 0,
            series_split=self._look(describe_split, train, validation, given["validation_split"]),
            ranges=self._look(describe_ranges, train, validation, given["validation_split"]),
            arguments={key: plain(given[key]) for key in _PLAIN_ARGUMENTS if key in given}
            | _weight_of_an_example(given.get("sample_weight")),
            callbacks=[
                describe_callback(callback) for callback in callbacks_in(given["callbacks"])
            ],
            fed_otherwise=self._look(fed_otherwise, given["self"], train) or {},
        )

    def _tell_unseen(self, fit: observations.Fit) -> None:
        for data in (fit.train, fit.validation):
            for detail in data.unseen if data is not None else ():
                self._facts.emit("recorder_failed", recorder="patterns", detail=detail)

    def _look(self, look: Callable[..., Any], *given: Any) -> Any:
        """What it finds; None where nothing is given, or where it fails: the rest is told then."""
        with harmless(self._facts, look.__name__):
            return look(*given) if given else None
        return None


def _batch_size(fit: observations.Fit) -> int:
    """Examples per step; of a pipeline, those of the batch that was drawn."""
    shapes = [sample.shape for sample in fit.train.sample if sample.shape]
    if fit.train.kind == "dataset" and shapes:
        return int(shapes[0][0])
    return int(fit.arguments.get("batch_size") or _KERAS_BATCH)


def _train(given: Mapping[str, Any]) -> Any:
    return given["x"] if given["y"] is None else (given["x"], given["y"])


def _weight_of_an_example(weights: Any) -> dict[str, float | None]:
    """What multiplies the loss of an example on average; None where outputs have weights each."""
    if weights is None:
        return {}
    try:
        return {"sample_weight": float(np.mean(np.asarray(weights)))}
    except (TypeError, ValueError):
        return {"sample_weight": None}


def _validation(value: Any, line: int, keep: Callable[[Any], None]) -> observations.Data | None:
    if value is None:
        return None
    return describe_data(value, role="validation", line=line, keep=keep)


def _leave(role: str, element: Any) -> None:
    """A program that trains in a loop shows the examples of its first trainings."""


class _Watch(keras.callbacks.Callback):
    """Writes each epoch's logs; touches no batch, so Keras keeps its asynchronous dispatch."""

    async_safe = True

    def __init__(
        self,
        facts: FactsWriter,
        *,
        index: int,
        model: Any,
        prefixes: Sequence[str],
        checkup: Checkup,
        batch_size: int,
    ) -> None:
        super().__init__()
        self._checkup = checkup
        self._batch_size = batch_size
        self._prefixes = prefixes
        self._facts = facts
        self.index = index
        self._fitted = model
        self._is_built = model.built
        self._generated = Generated(facts)
        self._others: list[Any] = []
        self._logged: dict[str, None] = {}
        self._started = time.perf_counter()

    @property
    def before(self) -> Mapping[int, Any] | None:
        """As in ``Training``."""
        return self._checkup.first_weights

    @contextmanager
    def over(self, arguments: dict[str, Any]) -> Iterator[None]:
        """Comes last among the callbacks while ``fit`` runs, and says how it ended."""
        given = arguments.get("callbacks")
        finished = False
        try:
            if "x" in arguments:
                arguments["x"] = self._generated.through(arguments["x"])
            with joined(arguments, self):
                self._others = callbacks_in(given)
                yield
            finished = True
        finally:
            with harmless(self._facts, "fits"):
                self._end(finished=finished)

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        with harmless(self._facts, "fits"):
            self._tell_built()
            self._checkup.epoch_ended()
            values = dict(_numbers(logs or {}))
            self._logged |= dict.fromkeys(map(str, logs or {}))
            rate = _learning_rate(self._fitted)
            if rate is not None:
                values.setdefault("learning_rate", rate)
            passed = time.perf_counter() - self._started
            self._facts.emit("epoch", fit=self.index, epoch=int(epoch), logs=values, seconds=passed)

    def _tell_built(self) -> None:
        """A model that was not told the shape of its inputs gets it from the first batch."""
        if not self._is_built and self._fitted.built:
            self._is_built = True
            described = asdict(describe_model(self._fitted))
            self._facts.emit("fit_built", fit=self.index, model=described)

    def _end(self, *, finished: bool) -> None:
        self._tell_built()
        seconds = time.perf_counter() - self._started
        health = self._health(seconds) if finished else None
        self._facts.emit(
            "fit_end",
            fit=self.index,
            finished=finished,
            seconds=seconds,
            health=asdict(health) if health is not None else None,
            nan_weights=nan_weights(self._fitted),
            batch_keys=self._generated.keys,
            batch_rows=self._generated.rows,
            log_names=list(self._logged) or _log_names(self._fitted, self._prefixes),
            callbacks=[asdict(describe_callback(c)) for c in self._others if c is not self],
        )

    def _health(self, seconds: float) -> Health | None:
        with harmless(self._facts, "health"):
            return self._checkup.result(seconds=seconds, batch_size=self._batch_size)
        return None


@contextmanager
def joined(arguments: dict[str, Any], watch: keras.callbacks.Callback) -> Iterator[None]:
    """``arguments`` with ``watch`` added; everything else keeps its place and its kind."""
    given = arguments.get("callbacks")
    if isinstance(given, keras.callbacks.CallbackList):
        given.callbacks.append(watch)
        try:
            yield
        finally:
            given.callbacks.remove(watch)
        return
    arguments["callbacks"] = _with(given, watch)
    yield


def _with(given: Any, watch: keras.callbacks.Callback) -> Any:
    if given is None:
        return [watch]
    if isinstance(given, dict):
        return [*keras.tree.flatten(given), watch]
    return [*given, watch] if isinstance(given, list | tuple) else [given, watch]


def _numbers(logs: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    """The logs that are single numbers; a custom ``train_step`` may return anything, and F1Score
    gives an array of one number for each class.
    """
    for key, value in logs.items():
        if np.size(value) == 1:
            try:
                yield str(key), float(np.asarray(value).item())
            except (TypeError, ValueError):
                continue


def _log_names(model: Any, prefixes: Sequence[str]) -> list[str]:
    """Told by the model, since an error may have come before the first epoch had logs."""
    try:
        names = list(model.get_metrics_result())
    except Exception:  # not compiled, or not one step done: how Keras says so differs
        return []
    return [prefix + name for prefix in prefixes for name in names]


def _learning_rate(model: Any) -> float | None:
    try:
        rate = float(model.optimizer.learning_rate)
    except Exception:
        return None
    return rate if math.isfinite(rate) else None


def nan_weights(model: Any) -> list[str]:
    """Names of weights that hold a NaN; a ReLU can hide it from the loss."""
    return [
        weight.path
        for weight in model.weights
        if "float" in str(weight.dtype) and not np.isfinite(np.asarray(weight)).all()
    ]
