"""What programs do with tables and rows: fill gaps, number words, scale, take errors.

Neither pandas nor scikit-learn is imported for it: what is there is wrapped, and the rest when the
program imports it.
"""

import functools
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from types import ModuleType
from typing import Any

import numpy as np

from etude.domain import observations
from etude.worker.arrivals import Arrivals
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles
from etude.worker.recorders.harmless import harmless
from etude.worker.tables import is_table, numbering

_MOST_CALLS = 300
_MOST_COLUMNS = 30
_MOST_NAMES, _LONGEST_NAME = 200, 40
_CENTRES = ("mean_", "center_")
_SCALERS = ("StandardScaler", "MinMaxScaler", "RobustScaler", "MaxAbsScaler")

Describe = Callable[..., Iterator[tuple[str, dict[str, Any]]]]


def install(files: LearnerFiles, facts: FactsWriter) -> None:
    """Recorded calls are "filled", "numbered", "columns_made", "headed_by_numbers",
        "drawn_again", "scaled",
    "turned_back" and "compared".
    """
    recorder = _TableRecorder(files, facts)
    waiting = [name for name in recorder.wraps if name not in sys.modules]
    for name in recorder.wraps.keys() - set(waiting):
        recorder.arrived(name)
    sys.meta_path.insert(0, _Arriving(waiting, recorder))


class _Arriving(Arrivals):
    def __init__(self, awaited: list[str], recorder: "_TableRecorder") -> None:
        super().__init__(awaited)
        self._recorder = recorder

    def ends(self, name: str) -> None:
        self._recorder.arrived(name)


class _TableRecorder:
    """Attributes: wraps: module -> what is wrapped as soon as it has been imported."""

    def __init__(self, files: LearnerFiles, facts: FactsWriter) -> None:
        self._files = files
        self._facts = facts
        self._count = 0
        self.wraps: Mapping[str, Callable[[ModuleType], None]] = {
            "numpy": self._wrap_nan_to_num,
            "pandas": self._wrap_tables,
            "pandas.core.internals.managers": self._wrap_filling,
            "sklearn.impute._base": self._wrap_imputer,
            "sklearn.utils": self._wrap_resample,
            "sklearn.preprocessing._data": self._wrap_scalers,
            "sklearn.preprocessing._label": self._wrap_labels,
            "sklearn.preprocessing._encoders": self._wrap_encoders,
            "sklearn.metrics._regression": self._wrap_errors,
        }

    def arrived(self, name: str) -> None:
        """A version that looks otherwise inside goes unwatched."""
        with harmless(self._facts, "tables"):
            self.wraps[name](sys.modules[name])

    def _wrap_filling(self, module: ModuleType) -> None:
        """Below what programs call, which counts who holds a table and warns of ``inplace``."""
        kinds = module.BlockManager.__mro__
        owner = next(kind for kind in kinds if "fillna" in vars(kind))
        self._wrap(owner, "fillna", _filled)

    def _wrap_nan_to_num(self, module: ModuleType) -> None:
        self._wrap(module, "nan_to_num", _made_numbers)

    def _wrap_tables(self, module: ModuleType) -> None:
        self._wrap(module, "get_dummies", _columns_made, of_result=True)
        self._wrap(module, "read_csv", _headed, of_result=True)
        for kind in (module.DataFrame, module.Series):
            self._wrap(kind, "sample", _sampled, of_result=True)

    def _wrap_resample(self, module: ModuleType) -> None:
        self._wrap(module, "resample", _resampled, of_result=True)

    def _wrap_imputer(self, module: ModuleType) -> None:
        self._wrap(module.SimpleImputer, "transform", _imputed)

    def _wrap_scalers(self, module: ModuleType) -> None:
        for name in _SCALERS:
            self._wrap(getattr(module, name), "fit", _scaled)
            self._wrap(getattr(module, name), "inverse_transform", _turned_back)

    def _wrap_labels(self, module: ModuleType) -> None:
        self._wrap(module.LabelEncoder, "fit", _numbered, after=True)
        self._wrap(module.LabelEncoder, "fit_transform", _numbered, after=True)

    def _wrap_encoders(self, module: ModuleType) -> None:
        self._wrap(module.OrdinalEncoder, "fit", _numbered, after=True)

    def _wrap_errors(self, module: ModuleType) -> None:
        """Every error of numbers looks at its two arrays by this one function."""
        self._wrap(module, "_check_reg_targets", _compared)

    def _wrap(
        self,
        owner: Any,
        name: str,
        describe: Describe,
        *,
        after: bool = False,
        of_result: bool = False,
    ) -> None:
        """``after``: described when the original has ended; ``of_result``: so is what it gave."""
        original, recorder = getattr(owner, name, None), self
        if original is None:
            return

        @functools.wraps(original)
        def recorded(*args: Any, **kwargs: Any) -> Any:
            if not after and not of_result:
                recorder._note(describe, args, kwargs)
            result = original(*args, **kwargs)
            if of_result:
                recorder._note(describe, (result, *args), kwargs)
            elif after:
                recorder._note(describe, args, kwargs)
            return result

        # Both libraries look for the first line outside their files to blame a warning on it.
        standing: Any = recorded
        inside = inspect.unwrap(original)
        standing.__code__ = standing.__code__.replace(co_filename=inside.__code__.co_filename)
        setattr(owner, name, standing)

    def _note(self, describe: Describe, args: Any, kwargs: Any) -> None:
        with harmless(self._facts, "tables"):
            line = self._files.line() if self._count < _MOST_CALLS else 0
            for name, seen in describe(*args, **kwargs) if line else ():
                self._count += 1
                call = observations.Call(name=name, line=line, arguments=seen)
                self._facts.emit("call", **asdict(call))


def _filled(
    _: Any, value: Any = None, *__: Any, **___: Any
) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, column in _columns_of(_filling()):
        yield from _gaps_become(value, str(name), column.to_numpy(), by="fillna")


def _made_numbers(
    x: Any, copy: bool = True, nan: Any = 0.0, *_: Any, **__: Any
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Of rows each column, of longer shapes each of the last axis."""
    values = np.asarray(x)
    for name, column in _columns_of_rows(values):
        yield from _gaps_become(nan, name, column, by="nan_to_num")


def _imputed(imputer: Any, *given: Any, **named: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Gaps that are marked in columns of their own besides are no loss."""
    table: Any = given[0] if given else named.get("X")
    if imputer.strategy != "constant" or imputer.add_indicator:
        return
    columns = _columns_of(table) if is_table(table) else _columns_of_rows(np.asarray(table))
    for (name, column), value in zip(columns, imputer.statistics_, strict=False):
        yield from _gaps_become(value, str(name), np.asarray(column), by="SimpleImputer")


def _gaps_become(
    value: Any, column: str, values: np.ndarray, *, by: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """A column of numbers whose gaps become one that none of the known values comes near to."""
    if not isinstance(value, int | float | np.number) or values.dtype.kind != "f":
        return
    known = values[np.isfinite(values)]
    gaps = int(np.isnan(values).sum())
    if gaps and known.size and not known.min() < value < known.max():
        seen = {"column": column, "value": float(value), "gaps": gaps, "by": by}
        yield "filled", {**seen, **_summary(values), "distinct": int(np.unique(known).size)}


def _filling() -> Any:
    """The table, or column of one, whose method ``fillna`` is running."""
    frame = sys._getframe()
    while frame is not None:
        if frame.f_code.co_name == "fillna" and hasattr(frame.f_locals.get("self"), "iloc"):
            return frame.f_locals["self"]
        frame = frame.f_back  # type: ignore[assignment]
    return None


def _columns_of(table: Any) -> list[tuple[Any, Any]]:
    if table is None:
        return []
    if not is_table(table):
        return [(table.name, table)]
    return [(name, table[name]) for name in table.columns[:_MOST_COLUMNS]]


def _columns_of_rows(values: np.ndarray) -> list[tuple[str, np.ndarray]]:
    if values.ndim < 2:
        return [("the values", values)]
    last = range(min(values.shape[-1], _MOST_COLUMNS))
    return [(f"column {place}", values[..., place].reshape(-1)) for place in last]


def _scaled(_: Any, *given: Any, **named: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """A table, and which of its columns number the rows."""
    table: Any = given[0] if given else named.get("X")
    if is_table(table):
        seen = {"rows": len(table), "columns": int(table.shape[1])}
        yield "scaled", {**seen, "numbering": numbering(table)}


def _turned_back(
    scaler: Any, values: Any, *_: Any, **__: Any
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Of a single number what 0 would have become: what the scaler adds."""
    if np.size(values) != 1:
        return
    if hasattr(scaler, "data_min_"):  # its 0 need not be the lowest value
        zero = -scaler.min_ / scaler.scale_
    else:
        zero = next((c for name in _CENTRES if (c := getattr(scaler, name, None)) is not None), 0.0)
    yield "turned_back", {"zero": float(np.reshape(zero, -1)[0])}


def _numbered(encoder: Any, *_: Any, **__: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """How many different words got numbers; ``ordered``: in an order that the program says."""
    found = getattr(encoder, "categories_", None)
    groups = found if found is not None else [encoder.classes_]
    ordered = not isinstance(getattr(encoder, "categories", "auto"), str)
    for group in groups[:_MOST_COLUMNS]:
        words = bool(len(group)) and isinstance(group[0], str)
        seen = {"encoder": type(encoder).__name__, "count": len(group), "words": words}
        yield "numbered", {**seen, "ordered": ordered}


def _headed(table: Any, *_: Any, **named: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Names of columns that are numbers with a fraction, of a file whose first line gave them."""
    if is_table(table) and named.keys().isdisjoint({"header", "names"}):
        names = [str(name)[:_LONGEST_NAME] for name in table.columns[:_MOST_NAMES]]
        if len(names) > 1 and sum(map(_is_fraction, names)) * 2 > len(names):
            yield "headed_by_numbers", {"columns": names, "rows": len(table)}


def _is_fraction(name: str) -> bool:
    """Of "0.25" and "-1.5", and of "0.25.1", as pandas calls a second column of that name."""
    whole, point, rest = name.partition(".")
    return bool(point) and whole.lstrip("+-").isdigit() and rest[:1].isdigit()


def _columns_made(table: Any, *_: Any, **__: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The columns of a table in which categories have become columns."""
    if is_table(table) and table.shape[1] <= _MOST_NAMES:
        names = [str(name)[:_LONGEST_NAME] for name in table.columns]
        yield "columns_made", {"columns": names, "rows": len(table)}


def _sampled(drawn: Any, table: Any, *_: Any, **named: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Rows of a table that were drawn one by one, each from all."""
    if named.get("replace") is True:
        yield "drawn_again", {"rows": len(table), "drawn": len(drawn)}


def _resampled(drawn: Any, *arrays: Any, **named: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The same of scikit-learn, which does so unless it is told not to."""
    if arrays and named.get("replace", True):
        first = drawn[0] if len(arrays) > 1 else drawn
        yield "drawn_again", {"rows": len(arrays[0]), "drawn": len(first)}


def _compared(y_true: Any, y_pred: Any, *_: Any, **__: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The range of what is compared, and of what it is compared with."""
    truth, given = (_summary(np.asarray(one)) for one in (y_true, y_pred))
    if truth and given:
        yield "compared", {"truth": truth, "given": given}


def _summary(values: np.ndarray) -> dict[str, Any]:
    """Of an array's numbers; empty without any."""
    known = values[np.isfinite(values)] if values.dtype.kind in "biuf" else values[:0]
    if not known.size:
        return {}
    return {
        "rows": len(values),
        "low": float(known.min()),
        "high": float(known.max()),
        "mean": float(known.mean()),
        "deviation": float(known.std()),
    }
