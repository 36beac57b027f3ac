"""Windows that Keras cuts from an array: which series they are of, and where their labels lie."""

import functools
import inspect
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import keras
import numpy as np

from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.links import attach, link_of
from etude.worker.recorders.faces import faces_of
from etude.worker.recorders.harmless import harmless
from etude.worker.series import series_facts
from etude.worker.tensors import to_numpy

_NAME = "timeseries_dataset_from_array"
_PLAIN = ("sequence_stride", "sampling_rate", "batch_size", "shuffle", "start_index", "end_index")
_LEADING = 3  # data, targets, sequence_length
_COMPARED = 16
_FARTHEST = 4
_FEWEST_DISTINCT = 4


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Wraps ``timeseries_dataset_from_array``; the last stage of its dataset tells what was cut.

    Its parameters are ``lead`` (steps from a window's last value to its label), ``sequence_length``
    and what else was given, and the figures of the series.
    """
    wrapped = _noting(getattr(keras.utils, _NAME), facts)
    for module in faces_of("utils", "preprocessing"):
        if hasattr(module, _NAME):
            setattr(module, _NAME, wrapped)


def _noting(original: Callable[..., Any], facts: FactsWriter) -> Callable[..., Any]:
    further = list(inspect.signature(original).parameters)[_LEADING:]

    @functools.wraps(original)
    def cut(data: Any, targets: Any, sequence_length: Any, *args: Any, **kwargs: Any) -> Any:
        result = original(data, targets, sequence_length, *args, **kwargs)
        with harmless(facts, "series"):
            link = link_of(result)
            given = dict(zip(further, args, strict=False)) | kwargs
            seen = {**link.stage.parameters, **_seen(data, targets, sequence_length, given)}
            attach(result, replace(link, stage=replace(link.stage, parameters=seen)))
        return result

    return cut


def _seen(data: Any, targets: Any, length: Any, kwargs: dict[str, Any]) -> dict[str, Any]:
    plain = {name: kwargs[name] for name in _PLAIN if isinstance(kwargs.get(name), bool | int)}
    span = (int(length) - 1) * int(kwargs.get("sampling_rate", 1)) + 1
    seen = {"sequence_length": int(length), **plain}
    places = _places(data, targets, farthest=_FARTHEST * span)
    if not places:
        return seen | series_facts(np.asarray(data))
    # A series that repeats itself has the next value inside the window too.
    place = next((p for p in places if p >= span), places[0])
    whole = _joined(np.asarray(data), np.asarray(targets), place)
    return seen | series_facts(whole) | {"lead": place - (span - 1)}


def _joined(data: Any, targets: Any, place: int) -> Any:
    """The series with the targets that go on after the data: ``series[:-8]`` and ``series[8:]``."""
    single = data.ndim == targets.ndim == 1
    if single and place + len(targets) > len(data):
        return np.concatenate([data[:place], targets])
    return data


def _places(data: Any, targets: Any, *, farthest: int) -> list[int]:
    """Where in ``data`` the first targets are; nowhere when they are not values of it."""
    if targets is None:
        return []
    series, wanted = to_numpy(data), to_numpy(targets)
    if series.dtype.kind != "f" or len(wanted) < _COMPARED or wanted.ndim > 2:
        return []
    columns = series.reshape(len(series), -1)
    first = wanted[:_COMPARED].reshape(_COMPARED, -1)
    if first.shape[1] not in (1, columns.shape[1]) or len(np.unique(first)) < _FEWEST_DISTINCT:
        return []
    last = min(farthest, len(series) - _COMPARED)
    return [place for place in range(last + 1) if _fits(columns[place:], first)]


def _fits(columns: Any, first: Any) -> bool:
    """Whether the targets are one of the columns, or all of them."""
    equal = columns[:_COMPARED] == first
    return bool(equal.all(axis=0).any() if first.shape[1] == 1 else equal.all())
