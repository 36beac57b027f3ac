"""Questions about windows of a series: where their labels lie, and where that is written."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.domain.observations import Data, Fit, Stage

_CUTTER = "timeseries_dataset_from_array"
# float32 keeps the mean of a standardised series this close to 0.
ROUNDING = 1e-4
# Of a standard deviation; a series may come close to 0 and 1 by chance.
_SPREAD = 1e-3
_STATISTICS = ("mean", "std", "min", "max", "nanmean", "nanstd", "nanmin", "nanmax", "adapt")
_SCALERS = ("fit_transform", "fit")

_SPLIT = "train_test_split"  # gives two parts of each array
_TO_ARRAY = ("array", "asarray", "stack", "vstack", "reshape", "expand_dims")
_MOST_STEPS = 5  # from y_train through its array to the list

Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Windows that a model learns from, or that a function gave for that.

    Attributes:
      lead: steps from a window's last value to its label; see ``domain.patterns.Windows``.
      size, stride, steps: of the windows; steps is the number of values of one label.
      line: where the labels are cut.
    """

    data: Data
    lead: int
    size: int
    stride: int
    steps: int
    line: int


def cuts(evidence: Evidence) -> Iterator[Cut]:
    """Windows with labels that are values of the same series, once for each data.

    Where nothing was trained, those that a program only looks at count too.
    """
    trained = [(fit.train, label_line(evidence.source, fit)) for fit in evidence.trainings]
    looked_at = [] if trained else [(data, 0) for data in evidence.returned if cut_by_keras(data)]
    for data, line in [*trained, *_returned(evidence), *looked_at]:
        stage, seen = cut_by_keras(data), data.windows
        if stage is not None and "lead" in stage.parameters:
            yield Cut(
                data=data,
                lead=stage.parameters["lead"],
                size=stage.parameters["sequence_length"],
                stride=stage.parameters.get("sequence_stride", 1),
                steps=1,
                line=argument_line(evidence.source, stage.line, _CUTTER, "targets", 1),
            )
        elif seen is not None and seen.lead is not None:
            yield Cut(
                data=data,
                lead=seen.lead,
                size=seen.size,
                stride=seen.stride,
                steps=seen.steps,
                line=line,
            )


def _returned(evidence: Evidence) -> Iterator[tuple[Data, int]]:
    """What functions returned as training data, and where each of them made its labels."""
    for data in evidence.returned:
        if "training" in data.role:
            made = next((f for f in evidence.source.functions() if f"{f.name}(" in data.role), None)
            yield data, data.line_of("map") if data.stages else _inside(made, 1)


def cut_by_keras(data: Data) -> Stage | None:
    """The last stage of what ``timeseries_dataset_from_array`` made."""
    return next((stage for stage in data.stages if "sequence_length" in stage.parameters), None)


def source_series(data: Data) -> Figures:
    """Figures of the series that a pipeline's windows are cut from; empty when not known."""
    if cut_by_keras(data) is None and data.stage("window") is None:
        return {}
    return next((f for stage in data.stages if (f := _figures(stage.parameters))), {})


def parts(fit: Fit) -> Iterator[tuple[Figures, Figures]]:
    """Figures of the training part, and of training and validation together."""
    if fit.series_split is not None and fit.series_split.train and fit.series_split.both:
        yield fit.series_split.train, fit.series_split.both
    if fit.validation is not None:
        train = source_series(fit.train)
        held_out = source_series(fit.validation)
        if train and held_out and train != held_out:
            yield train, _pooled(train, held_out)


def is_standardised(series: Figures) -> bool:
    """Whether a series has mean 0 and standard deviation 1, that of a sample or of all there is."""
    of_sample = sqrt(1 - 1 / series["values"])
    spread = min(abs(series["deviation"] - one) for one in (1.0, of_sample))
    return abs(series["mean"]) <= ROUNDING and spread <= _SPREAD


def statistics_lines(source: Source, *, before: int) -> list[int]:
    """Lines above one that take statistics."""
    lines = [call_line(call) for name in _STATISTICS for call in source.calls(name)]
    return [line for line in [*lines, *scaler_lines(source)] if line < before]


def scaler_lines(source: Source) -> list[int]:
    """Lines that fit a scaler: of calls of ``fit`` those with a lone argument."""
    calls = [call for name in _SCALERS for call in source.calls(name)]
    return [call_line(call) for call in calls if len(call.args) == 1 and not call.keywords]


def label_line(source: Source, fit: Fit) -> int:
    """Where the labels of a training are cut: a mapped function, or what made the array."""
    if fit.train.stages:
        made = 0 if fit.train.stage("map") else _line_in_slices(source, fit)
        return made or fit.train.line_of("map")
    call = call_at(source, fit.line, "fit")
    if call is None:
        return fit.line
    given = next((k.value for k in call.keywords if k.arg == "y"), None)
    node = given or (call.args[1] if len(call.args) > 1 else None)
    return origin_line(source, node, before=fit.line) or fit.line


def _line_in_slices(source: Source, fit: Fit) -> int:
    """Where the labels of ``from_tensor_slices((inputs, labels))`` were made; 0 when unknown."""
    stage = fit.train.stage("from_tensor_slices")
    call = call_at(source, stage.line, stage.op) if stage is not None else None
    parts = getattr(call.args[0], "elts", []) if call is not None and call.args else []
    labels = parts[1] if len(parts) > 1 else None
    while isinstance(labels, ast.Subscript):
        labels = labels.value
    return origin_line(source, labels, before=call.lineno) if call is not None else 0


def argument_line(source: Source, line: int, name: str, argument: str, position: int) -> int:
    """Where an argument of a call stands, given by name or by position."""
    call = call_at(source, line, name)
    if call is None:
        return line
    named = next((k.value.lineno for k in call.keywords if k.arg == argument), None)
    placed = call.args[position].lineno if len(call.args) > position else call_line(call)
    return named or placed


def origin_line(source: Source, node: ast.AST | None, *, before: int) -> int:
    """Where a value comes from: what is appended to a list, else the assignment; 0 when unknown."""
    name = dotted_name(node) if node is not None else ""
    if not name:
        return 0
    value = assigned_value(source, name, before=before)
    appended = _last_append(source, name, before)
    if appended:
        return appended
    if isinstance(value, ast.Call):
        made = next((f for f in source.functions() if f.name == dotted_name(value.func)), None)
        return _inside(made, _place(source, name, value)) or value.lineno
    return value.lineno if value is not None else 0


def _last_append(source: Source, name: str, before: int) -> int:
    """Where a list got its last element that an array or a part of it is made of; 0 without."""
    for _ in range(_MOST_STEPS):
        lines = [c.lineno for c in source.calls(f"{name}.append") if c.lineno < before]
        if lines:
            return lines[-1]
        value = assigned_value(source, name, before=before)
        if value is None:
            return 0
        name, before = _same_rows(value), value.lineno - 1
    return 0


def _same_rows(value: ast.expr) -> str:
    """``rows`` of ``rows[:80]``, ``np.array(rows)`` and ``rows.reshape(...)``."""
    if isinstance(value, ast.Subscript):
        return dotted_name(value.value)
    if isinstance(value, ast.Call) and dotted_name(value.func).endswith(_TO_ARRAY) and value.args:
        return dotted_name(value.args[0])
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        return dotted_name(value.func.value)
    return ""


def assigned_value(source: Source, name: str, *, before: int) -> ast.expr | None:
    """What a name was last assigned above a line; of a tuple or a split its own part."""
    found: list[ast.expr] = []
    for node in source.all(ast.Assign):
        if node.lineno <= before:
            found += [value for target in node.targets for value in _part(target, node.value, name)]
    return max(found, key=lambda value: value.lineno, default=None)


def _part(target: ast.expr, value: ast.expr, name: str) -> Iterator[ast.expr]:
    if dotted_name(target) == name:
        yield value
    if isinstance(target, ast.Tuple | ast.List):
        for i, one in enumerate(target.elts):
            if dotted_name(one) == name:
                yield _one_of(value, i, len(target.elts))


def _one_of(value: ast.expr, place: int, count: int) -> ast.expr:
    """What the name at a place is given: of a tuple its part, of a split array the array."""
    if isinstance(value, ast.Tuple) and len(value.elts) == count:
        return value.elts[place]
    split = isinstance(value, ast.Call) and dotted_name(value.func).endswith(_SPLIT)
    arrays = value.args if isinstance(value, ast.Call) and split else []
    if len(arrays) * 2 == count and not any(isinstance(one, ast.Starred) for one in arrays):
        return arrays[place // 2]
    return value


def _place(source: Source, name: str, value: ast.expr) -> int:
    """Which part of a value a name was given: 1 for ``y`` of ``x, y = value``; -1 for all of it."""
    for node in source.all(ast.Assign):
        if node.value is value:
            for target in node.targets:
                if isinstance(target, ast.Tuple | ast.List):
                    names = [dotted_name(one) for one in target.elts]
                    return names.index(name) if name in names else -1
    return -1


def _part_returned(function: ast.FunctionDef, place: int) -> int:
    """Where a function made a part of the tuple that it returns; 0 when that is not one value."""
    returned = [n.value for n in ast.walk(function) if isinstance(n, ast.Return)]
    if place < 0 or len(returned) != 1 or not isinstance(returned[0], ast.Tuple):
        return 0
    parts = returned[0].elts
    part = parts[place] if place < len(parts) else None
    if not isinstance(part, ast.Name):
        return part.lineno if part is not None else 0
    made = [
        node.value.lineno
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and any(dotted_name(t) == part.id for t in node.targets)
    ]
    return max(made, default=0)


def _inside(function: ast.FunctionDef | None, place: int) -> int:
    """Where a function makes a result: the last append, the part returned, else its return."""
    nodes = list(ast.walk(function)) if function is not None else []
    appends = [
        n for n in nodes if isinstance(n, ast.Call) and dotted_name(n.func)[-7:] == ".append"
    ]
    returns = [n for n in nodes if isinstance(n, ast.Return)]
    part = _part_returned(function, place) if function is not None and not appends else 0
    return part or max((n.lineno for n in appends or returns), default=0)


def _pooled(one: Figures, other: Figures) -> Figures:
    """Figures of two series put together."""
    count = one["values"] + other["values"]
    mean = (one["values"] * one["mean"] + other["values"] * other["mean"]) / count
    squares = sum(p["values"] * (p["deviation"] ** 2 + p["mean"] ** 2) for p in (one, other))
    return {
        "values": count,
        "mean": mean,
        "deviation": sqrt(max(squares / count - mean**2, 0.0)),
        "low": min(one["low"], other["low"]),
        "high": max(one["high"], other["high"]),
    }


def _figures(parameters: Mapping[str, object]) -> dict[str, float]:
    names = ("values", "mean", "deviation", "low", "high", "lag_one")
    found = {name: parameters[name] for name in names if name in parameters}
    return {name: float(value) for name, value in found.items() if isinstance(value, int | float)}
