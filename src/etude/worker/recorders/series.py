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
from etude.worker.recorders.harmless import harmless
from etude.worker.recorders.keras_modules import put_in_place
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
    put_in_place(_NAME, wrapped, "utils", "preprocessing")


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
    """The series that the targets are of, with those that go on after the data.

    ``series[:-8]`` and ``series[8:]`` are one series, and so are a table and one of its columns.
    """
    if targets.ndim > 1 or data.ndim > 2:
        return data
    column = data if data.ndim == 1 else _column_of(data, targets, place)
    if place + len(targets) > len(column):
        return np.concatenate([column[:place], targets])
    return column


def _column_of(table: Any, targets: Any, place: int) -> Any:
    """The first column in which the targets lie."""
    wanted = targets[:_COMPARED, None]
    rows = table[place : place + len(wanted)]
    return table[:, int((rows == wanted).all(axis=0).argmax())]


def _places(data: Any, targets: Any, *, farthest: int) -> list[int]:
    """Where in ``data`` the first targets are; nowhere when they are not values of it."""
    if targets is None:
        return []
    series, wanted = to_numpy(data), to_numpy(targets)
    count = min(_COMPARED, len(wanted), len(series))
    if series.dtype.kind not in "fiu" or not count or wanted.ndim > 2:
        return []
    columns = series.reshape(len(series), -1)
    first = wanted[:count].reshape(count, -1)
    if first.shape[1] not in (1, columns.shape[1]) or not _tells(first):
        return []
    last = min(farthest, len(series) - count)
    return [place for place in range(last + 1) if _fits(columns[place:], first)]


def _tells(first: Any) -> bool:
    """Whether it cannot be met by chance: many values, or a toy's few that are all different."""
    different = len(np.unique(first))
    return different >= max(_FEWEST_DISTINCT, 0 if len(first) == _COMPARED else first.size)


def _fits(columns: Any, first: Any) -> bool:
    """Whether the targets are one of the columns, or all of them."""
    equal = columns[: len(first)] == first
    return bool(equal.all(axis=0).any() if first.shape[1] == 1 else equal.all())
