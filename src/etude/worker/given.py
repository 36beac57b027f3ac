"""Evaluates the expressions of ``etude.checks.values`` inside the sandbox."""

import csv
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from functools import singledispatchmethod
from typing import Any

import msgspec
import numpy as np
import tensorflow as tf

from etude.checks import values
from etude.checks.prepared_rows import call_on_columns
from etude.domain.error import Error
from etude.worker.errors import LearnerError
from etude.worker.small_model import build_small_model

DATA_FOLDER = "data"
_WRITTEN_FOLDER = "given"


class Given:
    """Values by expression; equal expressions share one evaluation.

    Args:
      look_up: gives a global of the learner's program, or raises LearnerError.
      learner: a context in which exceptions are the learner's.
    """

    def __init__(self, look_up: Callable[[str], Any], learner: Callable[[], Any]) -> None:
        self._look_up = look_up
        self._learner = learner
        self._known: dict[bytes, Any] = {}

    def value(self, expression: values.Value) -> Any:
        key = msgspec.json.encode(_without_pick(expression))
        if key not in self._known:
            try:
                self._known[key] = self._make(_without_pick(expression))
            except LearnerError as error:
                self._known[key] = error
        known = self._known[key]
        if isinstance(known, LearnerError):
            raise known
        return self._picked(expression, known)

    def fresh(self, expression: values.Value) -> Any:
        return self._picked(expression, self._make(_without_pick(expression)))

    def _picked(self, expression: values.Value, value: Any) -> Any:
        if not isinstance(expression, values.Call) or expression.item is None:
            return value
        if isinstance(value, tuple | list) and expression.item < len(value):
            return value[expression.item]
        raise LearnerError(Error(type="TypeError", message=_too_few(expression, value)))

    @singledispatchmethod
    def _make(self, expression: Any) -> Any:
        if _holds_expressions(expression):
            raise TypeError("expected plain values in a list, got an expression; use values.Tuple")
        return expression

    @_make.register
    def _(self, name: values.Name) -> Any:
        return self._look_up(name.name)

    @_make.register
    def _(self, call: values.Call) -> Any:
        function = self._look_up(call.function)
        args = [_own(self.value(arg)) for arg in call.args]
        kwargs = {name: _own(self.value(arg)) for name, arg in call.kwargs.items()}
        with self._learner():
            return function(*args, **kwargs)

    @_make.register
    def _(self, attribute: values.Attribute) -> Any:
        of = self.value(attribute.of)
        with self._learner():
            return getattr(of, attribute.name)

    @_make.register
    def _(self, asked: values.Answers) -> Any:
        answering, inputs = self.value(asked.by), _own(self.value(asked.inputs))
        with self._learner():
            came = _answer(answering, inputs)
            if asked.names:
                return np.array(asked.names)[np.asarray(came).argmax(axis=-1)]
            return np.asarray(came).reshape(len(came), -1)[:, 0] if asked.flat else came

    @_make.register
    def _(self, folder: values.Folder) -> Any:
        whole = os.path.join(DATA_FOLDER, folder.name)
        return whole if not folder.classes else _some_classes(whole, folder)

    @_make.register
    def _(self, path: values.Path) -> Any:
        return path.name

    @_make.register
    def _(self, folder: values.Moved) -> Any:
        if os.path.isdir(folder.path):
            os.rename(folder.path, folder.to)
        return folder.to

    @_make.register
    def _(self, saved: values.Saved) -> Any:
        if not os.path.exists(saved.path):
            return None
        with self._learner():
            return tf.keras.models.load_model(saved.path, compile=False)

    @_make.register
    def _(self, file: values.TextFile) -> Any:
        path = _new_file(file.name)
        with open(path, "w", encoding="utf-8", newline="") as text:
            text.writelines(f"{line}\n" for line in file.lines)
        return path

    @_make.register
    def _(self, file: values.SqliteFile) -> Any:
        path = _new_file(file.name)
        with closing(sqlite3.connect(path)) as base, base:
            base.execute(f'CREATE TABLE "{file.table}" ({_quoted(file.columns)})')
            places = ", ".join("?" for _ in file.columns)
            rows = zip(*file.columns.values(), strict=True)
            base.executemany(f'INSERT INTO "{file.table}" VALUES ({places})', rows)
        return path

    @_make.register
    def _(self, arrays: values.Arrays) -> Any:
        return _filled(arrays).astype(arrays.dtype)

    @_make.register
    def _(self, npz: values.Npz) -> Any:
        with np.load(os.path.join(DATA_FOLDER, npz.file), allow_pickle=False) as stored:
            rows = stored[npz.array][npz.start : npz.stop]
        rows = rows if npz.divide == 1.0 else (rows / npz.divide).astype("float32")
        rows = rows.astype(npz.dtype) if npz.dtype else rows
        return rows[..., np.newaxis] if npz.channel else rows

    @_make.register
    def _(self, table: values.Csv) -> Any:
        columns = _read_csv(os.path.join(DATA_FOLDER, table.file))
        columns = {name: column[table.start : table.stop] for name, column in columns.items()}
        if table.column:
            return columns[table.column]
        wanted = table.columns or [name for name in columns if name not in table.drop]
        return {name: columns[name] for name in wanted}

    @_make.register
    def _(self, table: values.Table) -> Any:
        make = _words if table.text else _as_list if table.lists else _column
        return {name: make(column) for name, column in table.columns.items()}

    @_make.register
    def _(self, texts: values.Texts) -> Any:
        return tf.constant(list(texts.texts))

    @_make.register
    def _(self, numbers: values.Numbers) -> Any:
        return np.array(numbers.values, dtype=numbers.dtype)

    @_make.register
    def _(self, column: values.TextColumn) -> Any:
        return np.array(column.texts, dtype=object)[:, np.newaxis]

    @_make.register
    def _(self, items: values.Tuple) -> Any:
        return tuple(self.value(item) for item in items.items)

    @_make.register
    def _(self, named: values.ByName) -> Any:
        return {name: self.value(item) for name, item in named.items.items()}

    @_make.register
    def _(self, mislabelled: values.Mislabelled) -> Any:
        labels = np.array(self.value(mislabelled.labels))
        rng = np.random.default_rng(mislabelled.seed)
        wrong = rng.random(len(labels)) < mislabelled.share
        labels[wrong] = rng.integers(0, mislabelled.classes, wrong.sum())
        return labels

    @_make.register
    def _(self, wanted: values.SmallModel) -> Any:
        model = build_small_model(wanted)
        if wanted.learns_from is not None:
            data = self.value(wanted.learns_from)
            model.fit(data, epochs=wanted.epochs, shuffle=False, verbose=0)
        return model

    @_make.register
    def _(self, dataset: values.Dataset) -> Any:
        pair = (self.value(dataset.x), self.value(dataset.y))
        with self._learner():  # the parts may be values of the program
            return tf.data.Dataset.from_tensor_slices(pair).batch(dataset.batch)


def _without_pick(expression: values.Value) -> Any:
    if isinstance(expression, values.Call):
        return msgspec.structs.replace(expression, item=None, label="")
    return expression


def _holds_expressions(value: Any) -> bool:
    """Inside a list the wire cannot tell expressions from plain values: they arrive as dicts."""
    if not isinstance(value, list):
        return isinstance(value, dict)
    return any(_holds_expressions(item) for item in value)


def _too_few(call: values.Call, value: Any) -> str:
    """What a function returned where its item was asked for."""
    wanted = f"a tuple of at least {(call.item or 0) + 1} values"
    if isinstance(value, tuple | list):
        return f"expected {call.function} to return {wanted}, got {len(value)}"
    got = "None" if value is None else f"one {type(value).__name__}"
    return f"expected {call.function} to return {wanted}, got {got}"


def _own(value: Any) -> Any:
    """A copy of arrays, so that a function that writes into them changes nobody else's."""
    if isinstance(value, dict):
        return {key: _own(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return type(value)(_own(item) for item in value)
    return value.copy() if isinstance(value, np.ndarray) else value


def _answer(answering: Any, inputs: Any) -> Any:
    """Outputs as an array where they are one."""
    if isinstance(inputs, dict):
        came = call_on_columns(tf, answering, inputs)
    elif isinstance(answering, tf.keras.layers.Layer):
        came = answering(tf.constant(inputs), training=False)
    else:
        came = answering(inputs)
    return came.numpy() if isinstance(came, tf.Tensor) else came


def _some_classes(whole: str, folder: values.Folder) -> str:
    """A folder with copies of the wanted classes; the sandbox lets nobody make links."""
    part = os.path.join(_WRITTEN_FOLDER, "_".join((folder.name, *folder.classes)))
    for name in folder.classes:
        source, target = os.path.join(whole, name), os.path.join(part, name)
        if os.path.isdir(target):
            continue
        os.makedirs(target)
        for file in sorted(os.listdir(source)):
            shutil.copyfile(os.path.join(source, file), os.path.join(target, file))
    return part


def _new_file(name: str) -> str:
    """Where a file is written for the program, in place of one of the same name."""
    path = os.path.join(_WRITTEN_FOLDER, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.exists(path):
        os.remove(path)
    return path


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _filled(arrays: values.Arrays) -> np.ndarray:
    rng = np.random.default_rng(arrays.seed)
    if arrays.fill == "ramp":
        return np.arange(np.prod(arrays.shape)).reshape(arrays.shape)
    if arrays.fill == "normal":
        return rng.normal(arrays.low, arrays.high, size=arrays.shape)
    if arrays.fill == "integers":
        return rng.integers(int(arrays.low), int(arrays.high), size=arrays.shape)
    return rng.uniform(arrays.low, arrays.high, size=arrays.shape)


def _read_csv(path: str) -> dict[str, np.ndarray]:
    with open(path, encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {name: _column([row[name] for row in rows]) for name in rows[0]}


def _as_list(cells: Any) -> list[float]:
    return [float("nan") if cell is None else float(cell) for cell in cells]


def _column(cells: Any) -> np.ndarray:
    """Numbers as float32 with NaN for gaps; anything else as text with "" for gaps."""
    numbers = []
    for cell in cells:
        try:
            numbers.append(np.nan if cell in (None, "") else float(cell))
        except ValueError:
            return _texts(cells)
    return np.array(numbers, dtype=np.float32)


def _words(cells: Any) -> np.ndarray:
    """As ``np.array(["a", "b"])`` makes them, on which NumPy's functions for text work."""
    return np.array(["" if cell is None else str(cell) for cell in cells], dtype=str)


def _texts(cells: Any) -> np.ndarray:
    return np.array(["" if cell is None else str(cell) for cell in cells], dtype=object)
