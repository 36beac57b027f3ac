"""A series is cut into windows and labels as the statement says."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.checks.what_ifs import Array
from etude.domain.verdict import Verdict

_MOST_BATCHES = 2000
_SHOWN = 8


class CutsWindows(Check, frozen=True, kw_only=True):
    """The windows of the series must differ, so that each tells its place.

    Attributes:
      of: a dataset of batches of (windows, labels), or these two arrays.
      series: what was cut: (T,) or (T, columns).
      whole: the series that ``series`` is a part of, so that a window which reaches over its border
        is told from one that is torn; None when it is no part.
      size: steps in a window; steps: values in a label, the first of which follows the window.
      target: the column that labels are of; None for all of them.
      batch: windows in a batch, but for the last one; 0 when that does not matter.
      in_order: whether the windows must follow each other in time.
      exact: whether shapes must be as written; else an axis of size one may stand behind them, as
        that of a single column, where the statement names no shapes.
    """

    of: Value
    series: Value
    size: int
    whole: Value = None
    steps: int = 1
    target: int | None = None
    batch: int = 0
    in_order: bool = False
    exact: bool = True

    @property
    def title(self) -> str:
        follows = "the value that follows" if self.steps == 1 else f"the {self.steps} that follow"
        return f"{self.of}: every window of {self.size} steps, and {follows}"

    def probe(self, live: Live) -> Facts:
        value = live.value(self.of)
        described = live.describe_data(value, role=f"training data {self.of}")
        series = live.np.asarray(live.value(self.series))
        with live.learner():
            pairs = _pairs(live, value)
        if pairs is None:
            return {"data": described, "type": described["type"]}
        sizes, windows, labels = pairs
        cut = self._facts(windows, labels, series.reshape(len(series), -1))
        if self.whole is not None and not self._misfit(cut):
            whole = live.np.asarray(live.value(self.whole))
            cut["across"] = self._across(windows, series, whole.reshape(len(whole), -1))
        return {"data": described, "cut": {**cut, "batches": sizes}}

    def judge(self, facts: Facts) -> Verdict:
        if "cut" not in facts:
            return self.failed(
                expected="batches of (windows, labels)",
                received=f"{facts['type']} of something else",
                attempt="return what model.fit could learn from",
            )
        cut = facts["cut"]
        return (
            self._misshapen(cut)
            or self._reaching(cut)
            or self._torn(cut)
            or self._mislabelled(cut)
            or self._miscounted(cut)
            or self._misbatched(cut)
            or self.passed()
        )

    def _facts(self, windows: Array, labels: Array, series: Array) -> dict[str, Any]:
        count = len(series) - self.size - self.steps + 1
        cut = {
            "windows": list(windows.shape[1:]),
            "labels": list(labels.shape[1:]),
            "columns": series.shape[1],
            "wanted": count,
            "count": len(windows),
        }
        if self._misfit(cut):
            return cut
        flat = windows.reshape(len(windows), self.size, -1)
        series, flat = series.astype(np.float32), flat.astype(np.float32)
        known = {series[i : i + self.size].tobytes(): i for i in range(len(series))}
        starts = [known.get(window.tobytes(), -1) for window in flat]
        wanted = series if self.target is None else series[:, [self.target]]
        answers = labels.astype(np.float32).reshape(len(labels), self.steps, -1)
        torn = _first(start < 0 for start in starts)
        wrong = _first(
            not _is_stretch(answer, wanted, start + self.size)
            for answer, start in zip(answers, starts, strict=True)
        )
        place = wrong if torn is None else torn
        shown = {} if place is None else _shown(flat[place], answers[place], starts[place])
        right = None
        if torn is None and wrong is not None:
            right = _list(wanted[starts[wrong] + self.size :][: self.steps])
        missing = sorted(set(range(count)) - set(starts))
        return {
            **cut,
            **shown,
            "torn": torn is not None,
            "right": right,
            "twice": len(starts) - len(set(starts)),
            "missing": missing[:1],
            "ordered": starts == sorted(starts),
        }

    def _across(self, windows: Array, part: Array, whole: Array) -> dict[str, Any]:
        """The first window that lies in the whole series, label and all, but not in the part."""
        part, whole = part.reshape(len(part), -1).astype(np.float32), whole.astype(np.float32)
        known = {whole[i : i + self.size].tobytes(): i for i in range(len(whole))}
        begin = next(i for i in range(len(whole)) if _is_stretch(part, whole, i))
        for window in windows.reshape(len(windows), self.size, -1).astype(np.float32):
            first = known.get(window.tobytes(), begin)
            last = first + self.size + self.steps - 1
            beyond = first < begin or last >= begin + len(part)
            if beyond and last < len(whole):
                back = first < begin
                return {
                    "window": _list(window),
                    "how": "begins at" if back else "reaches, with its label,",
                    "reached": _list(whole[[first if back else last]]),
                    "part": _list(part),
                }
        return {}

    def _misfit(self, cut: Mapping[str, Any]) -> str:
        """Which of the shapes is not what was asked for, "" when both are."""
        columns = cut["columns"]
        shapes = [[self.size]] if columns == 1 else [[self.size, columns]]
        shapes += [] if self.exact else [[self.size, columns]]
        if cut["windows"] not in shapes or not cut["count"]:
            return "windows"
        wide = columns if self.target is None else 1
        answers = [self.steps] * (self.steps > 1) + [wide] * (wide > 1)
        given = [size for size in cut["labels"] if size != 1 or self.exact]
        return "" if given == answers else "labels"

    def _misshapen(self, cut: Mapping[str, Any]) -> Verdict | None:
        part = self._misfit(cut)
        if not part:
            return None
        if not cut["count"]:
            return self.failed(expected=f"{cut['wanted']} windows", received="none at all")
        wide = cut["columns"] if self.target is None else 1
        wanted = [self.size] if part == "windows" else [self.steps] * (self.steps > 1)
        wanted += [cut["columns"] if part == "windows" else wide] * (wide > 1 or part == "windows")
        return self.failed(
            expected=f"{part} of shape {_shape(wanted)}",
            received=f"{part} of shape {_shape(cut[part])}",
            attempt=f"take one batch and print the shape of its {part}",
        )

    def _reaching(self, cut: Mapping[str, Any]) -> Verdict | None:
        found = cut.get("across")
        if not found:
            return None
        return self.failed(
            expected=f"windows and labels within {_row(found['part'])} only",
            received=f"the window {_row(found['window'])}, which {found['how']} "
            f"{_row(found['reached'])}",
            attempt="divide the series first, then cut windows and labels in each part",
        )

    def _torn(self, cut: Mapping[str, Any]) -> Verdict | None:
        if not cut["torn"]:
            return None
        return self.failed(
            expected=f"windows of {self.size} steps that follow each other in the series",
            received=f"a window {_row(cut['window'])}",
            attempt="cut first; what may be mixed afterwards are whole windows with their labels",
        )

    def _mislabelled(self, cut: Mapping[str, Any]) -> Verdict | None:
        if cut["right"] is None:
            return None
        if len(cut["right"]) < self.steps:
            return self.failed(
                expected="windows that leave room for a label in the series",
                received=f"the window {_row(cut['window'])} with the label {_row(cut['label'])}",
                attempt="stop one label before the end of the series",
            )
        return self.failed(
            expected=f"the window {_row(cut['window'])} with the label {_row(cut['right'])}",
            received=f"the label {_row(cut['label'])}",
            attempt="cut a series of ten numbers, 0 to 9, and print what comes out",
        )

    def _miscounted(self, cut: Mapping[str, Any]) -> Verdict | None:
        expected = f"{cut['wanted']} windows, one for each place where window and label fit"
        if cut["twice"]:
            return self.failed(expected=expected, received=f"{cut['twice']} of them a second time")
        if cut["missing"]:
            return self.failed(
                expected=expected,
                received=f"{cut['count']}; the window that begins at place {cut['missing'][0]} is "
                "the first one missing",
                attempt="move on by one step, up to the last place that leaves room for a label",
            )
        if self.in_order and not cut["ordered"]:
            return self.failed(expected="windows in order of time", received="another order")
        return None

    def _misbatched(self, cut: Mapping[str, Any]) -> Verdict | None:
        if not self.batch or all(size == self.batch for size in cut["batches"][:-1]):
            return None
        return self.failed(
            expected=f"batches of {self.batch} windows",
            received=f"a first batch of {cut['batches'][0]}",
        )


def _pairs(live: Live, value: Any) -> tuple[list[int], Array, Array] | None:
    """Sizes of the batches, all windows and all labels; None when there are not these two parts."""
    if isinstance(value, live.tf.data.Dataset):
        batches = live.batches(value, _MOST_BATCHES)
        if not batches or not all(isinstance(b, tuple) and len(b) == 2 for b in batches):
            return None
        if any(not hasattr(part, "shape") or not part.ndim for part in batches[0]):
            return None
        windows, labels = zip(*batches, strict=True)
        if len({part.shape[1:] for part in windows}) > 1:
            return None
        sizes = [len(part) for part in windows]
        return sizes, np.concatenate(windows), np.concatenate(labels)
    if isinstance(value, tuple | list) and len(value) == 2:
        windows, labels = (live.np.asarray(part) for part in value)
        whole = windows.ndim and labels.ndim and len(windows) == len(labels)
        return ([len(windows)], windows, labels) if whole else None
    return None


def _is_stretch(values: Array, series: Array, start: int) -> bool:
    """Whether values (n, columns) are the rows of the series from a place on."""
    rows = series[start : start + len(values)]
    return rows.shape == values.shape and bool((rows == values).all())


def _first(found: Any) -> int | None:
    return next((place for place, one in enumerate(found) if one), None)


def _shown(window: Array, label: Array, start: int) -> dict[str, Any]:
    return {"window": _list(window), "label": _list(label), "start": start}


def _list(values: Array) -> list[Any]:
    """Rows of one column as plain numbers."""
    rows = values.reshape(len(values), -1) if len(values) else values
    return [float(row[0]) if rows.shape[1] == 1 else [float(v) for v in row] for row in rows]


def _row(values: list[Any]) -> str:
    shown = [str(value) if isinstance(value, list) else f"{value:g}" for value in values]
    if len(shown) > _SHOWN:
        shown = [*shown[:3], "...", *shown[-2:]]
    return f"[{', '.join(shown)}]" if len(shown) > 1 else shown[0]


def _shape(sizes: list[int]) -> str:
    return f"({', '.join(['batch', *map(str, sizes)])})" if sizes else "(batch,)"
