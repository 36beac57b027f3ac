"""Calls that decide what a program does: compile, evaluate, predict, saving, tf.image."""

import functools
import inspect
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from etude.domain import observations
from etude.worker.data import describe_data
from etude.worker.drawn_answers import DrawnAnswers
from etude.worker.errors import describe_error
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.models import describe_model, note_line
from etude.worker.names_in_files import names_looked_for
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.keras_modules import put_in_place
from etude.worker.shapes import shape_list

_ON_MODEL = "compile evaluate predict save save_weights load_weights export".split()
_ON_IMAGES = (
    "convert_image_dtype resize per_image_standardization random_brightness random_contrast "
    "random_hue random_saturation ssim psnr"
).split()
# What tf.image calls the picture that it is given.
_PICTURES = ("image", "images", "img1", "a")
_COMPARED_WITH = ("img2", "b")
_ARGUMENTS_KEPT = (
    "filepath path overwrite include_optimizer format from_logits loss optimizer metrics "
    "batch_size steps dtype size method compile safe_mode skip_mismatch max_delta max_val"
).split()
_MOST_CALLS = 2000
_TABLE = 2  # axes
# A line in a loop says nothing new after a few rounds.
_MOST_PER_LINE = 20
_LONGEST_ERROR = 500


def install(files: LearnerFiles, facts: FactsWriter, answers: DrawnAnswers) -> None:
    """Wraps methods of ``keras.Model``, ``keras.models.load_model`` and parts of ``tf.image``."""
    recorder = _CallRecorder(files, facts, answers)
    keras.Model.__init__ = recorder.noting_creation(keras.Model.__init__)
    for name in _ON_MODEL:
        owner = _defining_class(name)
        setattr(owner, name, recorder.wrapped(f"Model.{name}", getattr(owner, name)))
    load_model = recorder.wrapped("load_model", keras.saving.load_model)
    put_in_place("load_model", load_model, "models", "saving")
    for name in _ON_IMAGES:
        wrapped = recorder.wrapped(f"tf.image.{name}", getattr(tf.image, name))
        setattr(tf.image, name, tf.autograph.experimental.do_not_convert(wrapped))


def _defining_class(name: str) -> type:
    """Where the method stands; elsewhere Keras takes it for the learner's own.

    ``load_model`` does not compile a model whose class has another ``compile`` than its trainer.
    """
    return next(kind for kind in keras.Model.__mro__ if name in vars(kind))


class _CallRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter, answers: DrawnAnswers) -> None:
        self._files = files
        self._facts = facts
        self._answers = answers
        self._seen: Counter[tuple[str, int]] = Counter()

    def noting_creation(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder = self

        @functools.wraps(original)
        def created(self: Any, *args: Any, **kwargs: Any) -> None:  # Keras looks for "self"
            original(self, *args, **kwargs)
            with harmless(recorder._facts, "calls"):
                note_line(self, "created", recorder._files.line())

        return created

    def wrapped(self, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
        signature = inspect.signature(original)

        @functools.wraps(original)
        def recorded(*args: Any, **kwargs: Any) -> Any:
            # Keras calls these methods too: ``fit`` evaluates, ``load_model`` compiles.
            if not self._files.called_by_learner() or not self._is_news(name):
                return original(*args, **kwargs)
            line, given = self._files.line(), _given(signature, args, kwargs)
            if name == "Model.compile" and given:
                note_line(args[0], "compile", line)
            try:
                result = original(*args, **kwargs)
            except BaseException as error:
                described = describe_error(error, self._files)
                self._emit(name, line, given, error=f"{described.type}: {described.message}")
                raise
            self._emit(name, line, given, result=result)
            return result

        return recorded

    def _is_news(self, name: str) -> bool:
        place = (name, self._files.line())
        self._seen[place] += 1
        return self._seen[place] <= _MOST_PER_LINE and self._seen.total() <= _MOST_CALLS

    def _emit(
        self, name: str, line: int, given: dict[str, Any], *, error: str = "", result: Any = None
    ) -> None:
        with harmless(self._facts, "calls"):
            model = given.get("self")
            measured = {}
            with harmless(self._facts, "measured"):
                measured = _measured(name, model, error) | _answered(name, result)
                measured |= _looked_for(name, given, error)
                if name == "Model.predict":
                    self._answers.note(given.get("x"), result, line)
            call = observations.Call(
                name=name,
                line=line,
                arguments=_kept(given) | measured,
                model=describe_model(model) if model is not None else None,
                data=_data(name, given, line),
                error=error[:_LONGEST_ERROR],
            )
            self._facts.emit("call", **asdict(call))


def _given(signature: inspect.Signature, args: Any, kwargs: Any) -> dict[str, Any]:
    """Arguments by name; empty when they do not fit, which the original shall say itself."""
    try:
        bound = signature.bind(*args, **kwargs)
    except TypeError:
        return {}
    bound.apply_defaults()
    further = bound.arguments.pop("kwargs", {})  # Keras takes some only there
    return {**bound.arguments, **further}


def _kept(given: dict[str, Any]) -> dict[str, Any]:
    kept = {key: _plain(given[key]) for key in _ARGUMENTS_KEPT if key in given}
    image = next((given[name] for name in _PICTURES if name in given), None)
    if image is not None:
        kept["input_dtype"] = tf.as_dtype(getattr(image, "dtype", tf.float32)).name
        kept["input_shape"] = shape_list(getattr(image, "shape", None))
    if "max_val" in given:
        kept["input_highest"] = _highest([given.get(n) for n in (*_PICTURES, *_COMPARED_WITH)])
    if os.path.isfile(str(kept.get("filepath", ""))):
        kept["bytes"] = os.path.getsize(str(kept["filepath"]))
    return {key: value for key, value in kept.items() if value is not None}


def _highest(pictures: list[Any]) -> float | None:
    """The brightest pixel of what is compared; None inside a graph, where there is none yet."""
    given = [one for one in pictures if one is not None]
    if any(tf.is_symbolic_tensor(one) for one in given):
        return None
    highest = max(float(np.max(one)) for one in given)
    return highest if np.isfinite(highest) else None


def _measured(name: str, model: Any, error: str) -> dict[str, Any]:
    """What ``evaluate`` gave, by metric: its list of numbers does not tell which is which."""
    if name != "Model.evaluate" or error:
        return {}
    found = model.get_metrics_result()
    numbers = {key: one for key, one in found.items() if not isinstance(one, dict)}
    return {"measured": {key: float(one) for key, one in numbers.items() if np.ndim(one) == 0}}


def _answered(name: str, result: Any) -> dict[str, Any]:
    """Of how many classes the answers of ``predict`` are, if each is a number for every class."""
    if name != "Model.predict" or not isinstance(result, np.ndarray) or result.ndim != _TABLE:
        return {}
    several = len(result) > 1 and result.shape[1] > 1
    return {"answered": len(np.unique(result.argmax(axis=1)))} if several else {}


def _looked_for(name: str, given: dict[str, Any], error: str) -> dict[str, Any]:
    """By which names ``load_weights`` has looked, where it was told to go by names."""
    if name != "Model.load_weights" or error or not given.get("by_name"):
        return {}
    return names_looked_for(given["self"], str(given["filepath"]))


def _plain(value: Any) -> Any:
    if isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tf.DType):
        return value.name
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return None if value is None else str(value)[:200]


def _data(name: str, given: dict[str, Any], line: int) -> observations.Data | None:
    if name not in ("Model.evaluate", "Model.predict"):
        return None
    x, y = given.get("x"), given.get("y")
    role = name.removeprefix("Model.")
    return describe_data(x if y is None else (x, y), role=role, line=line)
