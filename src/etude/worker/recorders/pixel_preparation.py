"""Every ``preprocess_input`` of ``keras.applications``: which scale it makes, and of what."""

import functools
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import numpy as np
import tensorflow as tf
from keras.src.applications import imagenet_utils

from etude.domain import observations
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless

_NAME = "preprocess_input"
_MOST_CALLS = 100
_MOST_VALUES = 100_000


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps the one function that those of all networks call, with a ``mode`` of their own.

    The networks that scale inside (EfficientNet, MobileNetV3, ConvNeXt) have one that does nothing
    and does not call it.
    """
    wrapped = _noting(getattr(imagenet_utils, _NAME), files, facts)
    setattr(imagenet_utils, _NAME, tf.autograph.experimental.do_not_convert(wrapped))


def _noting(
    original: Callable[..., Any], files: LearnerFiles, facts: FactsWriter
) -> Callable[..., Any]:
    count = 0

    @functools.wraps(original)
    def preprocess_input(x: Any, data_format: Any = None, mode: str = "caffe") -> Any:
        nonlocal count
        count += 1
        if count <= _MOST_CALLS:
            with harmless(facts, "pixel_preparation"):
                seen = {"mode": str(mode)} | _range(x)  # before: an array is written over
                call = observations.Call(name=_NAME, line=files.line(), arguments=seen)
                facts.emit("call", **asdict(call))
        return original(x, data_format=data_format, mode=mode)

    return preprocess_input


def _range(x: Any) -> dict[str, Any]:
    """Lowest and highest of some values of an array; nothing of tensors that have none yet."""
    if isinstance(x, tf.Tensor) and hasattr(x, "numpy"):
        x = x.numpy()
    if not isinstance(x, np.ndarray) or not x.size or x.dtype.kind not in "iuf":
        return {}
    values = x[:: max(1, x.size // _MOST_VALUES)] if x.ndim > 3 else x
    return {"low": float(values.min()), "high": float(values.max()), "dtype": x.dtype.name}
