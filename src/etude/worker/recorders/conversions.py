"""Every conversion to LiteRT: how it was set, and which examples it was shown."""

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from etude.domain import observations
from etude.worker.errors import describe_error
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.models import describe_model
from etude.worker.recorders.harmless import harmless

CALL = "TFLiteConverter.convert"
_BASE = "TFLiteConverterBaseV2"
_MOST_CALLS = 50
_MOST_LOOKED_AT = 200
_LONGEST_ERROR = 500


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps ``convert`` of whatever ``tf.lite.TFLiteConverter`` makes.

    A recorded call tells ``optimizations`` (how many), ``examples`` (how many were drawn; None
    when none were offered) with ``low`` and ``high`` of their values, and ``bytes`` of the result.
    """
    recorder = _ConversionRecorder(files, facts)
    for kind in _kinds():
        kind.convert = recorder.wrapped(kind.convert)


def _kinds() -> Iterator[Any]:
    """One class per source: Keras models, SavedModels, functions."""
    base = next(k for k in tf.lite.TFLiteConverter.__mro__ if k.__name__ == _BASE)
    waiting = list(base.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if "convert" in vars(kind):
            yield kind


class _ConversionRecorder:
    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
        self._count = 0
        self._inside = False  # one kind of converter calls another

    def wrapped(self, original: Callable[..., Any]) -> Callable[..., Any]:
        recorder = self

        @functools.wraps(original)
        def convert(self: Any, *args: Any, **kwargs: Any) -> Any:
            if recorder._inside or recorder._count >= _MOST_CALLS:
                return original(self, *args, **kwargs)
            recorder._inside = True
            recorder._count += 1
            begun = _Conversion(self, line=recorder._files.line())
            try:
                self.representative_dataset = begun.examples.watching(begun.given)
                result = original(self, *args, **kwargs)
            except BaseException as error:
                described = describe_error(error, recorder._files)
                recorder._note(begun, error=f"{described.type}: {described.message}")
                raise
            finally:
                self.representative_dataset = begun.given
                recorder._inside = False
            recorder._note(begun, size=len(result))
            return result

        return convert

    def _note(self, conversion: "_Conversion", *, size: int | None = None, error: str = "") -> None:
        with harmless(self._facts, "conversions"):
            settings = conversion.settings()
            model = conversion.model
            call = observations.Call(
                name=CALL,
                line=conversion.line,
                arguments=settings if size is None else {**settings, "bytes": size},
                model=describe_model(model) if model is not None else None,
                error=error[:_LONGEST_ERROR],
            )
            self._facts.emit("call", **asdict(call))


class _Conversion:
    """A conversion as it begins; the converter puts other things in its own attributes later."""

    def __init__(self, converter: Any, *, line: int) -> None:
        self.line = line
        self.model = _model_of(converter)
        self.given = getattr(converter, "representative_dataset", None)
        self.examples = _Examples()
        self._optimizations = getattr(converter, "optimizations", None)

    def settings(self) -> dict[str, Any]:
        asked = self._optimizations
        return {
            "optimizations": len(asked) if isinstance(asked, list | tuple | set) else 0,
            "examples": None if self.given is None else self.examples.count,
            **self.examples.limits(),
        }


def _model_of(converter: Any) -> Any:
    """The Keras model that is converted, or whose variables a function uses; None without one."""
    named = (getattr(converter, name, None) for name in ("_keras_model", "_trackable_obj"))
    return next((model for model in named if isinstance(model, keras.Model)), None)


class _Examples:
    """What the converter draws of the examples that it is given, which pass through unchanged."""

    def __init__(self) -> None:
        self.count = 0
        self._low, self._high = np.inf, -np.inf

    def watching(self, given: Any) -> Any:
        """The same function with an eye on what it yields; anything else as it is."""
        draw = getattr(given, "input_gen", given)
        if not callable(draw):
            return given

        @functools.wraps(draw)
        def drawn(*args: Any, **kwargs: Any) -> Iterator[Any]:
            for example in draw(*args, **kwargs):
                self._look_at(example)
                yield example

        return drawn

    def limits(self) -> Mapping[str, float]:
        known = np.isfinite([self._low, self._high]).all()
        return {"low": float(self._low), "high": float(self._high)} if known else {}

    def _look_at(self, example: Any) -> None:
        self.count += 1
        if self.count > _MOST_LOOKED_AT:
            return
        try:
            values = np.asarray(tf.nest.flatten(example)[0])
            if values.dtype.kind in "biuf" and values.size:
                self._low = min(self._low, float(values.min()))
                self._high = max(self._high, float(values.max()))
        except Exception:  # the converter shall say itself what it does not take
            return
