"""
The categories of the part to be judged were numbered by themselves, so a number means another category there.

## Why it hurts
A category becomes the number that it got when the training part was numbered: the network learns that 3 is Oslo. Number the
test part from its own values, and 3 is whatever comes third there. One category that is missing, or another order of the
rows, and every number behind it stands for something else. `pd.get_dummies` of each part does the same to columns: with as
many categories in both parts, if other ones, column 5 stands for another town there. The training looks fine, and the test is
far off. Number the categories once, on the training part, and use that for every part.

## Example
    import keras
    import numpy as np

    def numbered(values):
        codes = {}
        for value in values:
            codes.setdefault(value, len(codes))
        return np.eye(3)[[codes[value] for value in values]]

    train, test = ["Oslo", "Lima", "Kyiv"] * 8, ["Kyiv", "Oslo"] * 4
    x_train, x_test = numbered(train), numbered(test)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x_train, np.array([1.0, 2.0, 3.0] * 8), epochs=2, verbose=0)
    print(model.evaluate(x_test, np.array([3.0, 1.0] * 4), verbose=0))

## Instead
    import keras
    import numpy as np

    train, test = ["Oslo", "Lima", "Kyiv"] * 8, ["Kyiv", "Oslo"] * 4
    codes = {value: place for place, value in enumerate(sorted(set(train)))}
    x_train = np.eye(3)[[codes[value] for value in train]]
    x_test = np.eye(3)[[codes[value] for value in test]]
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x_train, np.array([1.0, 2.0, 3.0] * 8), epochs=2, verbose=0)
    print(model.evaluate(x_test, np.array([3.0, 1.0] * 4), verbose=0))
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from etude.diagnoses.asked import INPUTS, LABELS, behind_judged, behind_learned
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, function_of, value_of
from etude.diagnoses.source import Source, argument, dotted_name, last_name, spans
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Data, Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-5", "data-6", "dev-3")
GUIDE = "TensorFlow guide: Working with preprocessing layers"
EXPLAINS = ("trained_too_short", "overfits", "unseen_category_crashes")

_COUNTED = ("set", "sorted", "unique")
_IN_ORDER_OF_ROWS = ("factorize",)
_ARRANGE_COLUMNS = ("reindex", "reindex_like", "align", "set_axis", "concat", "merge", "join")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for fit, part in product(evidence.fits, (INPUTS, LABELS)):
        learned, judged = behind_learned(source, fit, part), behind_judged(evidence, fit, part)
        for numbering in _own(source, learned, judged):
            # The same categories in alphabetical order get the same numbers.
            if numbering.by_rows or _ranges_differ(evidence, fit, part):
                return Finding(
                    line=numbering.node.lineno,
                    evidence=f"line {numbering.node.lineno} numbers the categories of the part to be judged by itself, "
                    f"and what fit learned from in line {fit.line} was numbered by itself too",
                    change="number the categories once, on the training part, and look every part up in that",
                )
    return _columns_apart(evidence)


def _columns_apart(evidence: Evidence) -> Finding | None:
    """``get_dummies`` of each part, which gave as many columns and not the same ones."""
    made = evidence.calls_of("columns_made")
    for fit in evidence.fits if made else ():
        judged = behind_judged(evidence, fit)
        learned = behind_learned(evidence.source, fit)
        if any(_arranges_columns(evidence.source, node) for node in (*learned, *judged)):
            continue
        for first, later in product(_made_in(learned, made), _made_in(judged, made)):
            place = _first_other(_names(first), _names(later))
            if place is not None:
                return _other_columns(evidence.source, first, later, place)
    return None


def _made_in(nodes: Sequence[ast.AST], made: Sequence[Call]) -> list[Call]:
    calls = [n for n in nodes if isinstance(n, ast.Call) and last_name(n.func) == "get_dummies"]
    return [one for one in made if any(spans(call, one.line) for call in calls)]


def _names(made: Call) -> list[str]:
    return [str(name) for name in made.arguments["columns"]]


def _first_other(first: Sequence[str], later: Sequence[str]) -> int | None:
    """The first place at which two tables of the same kind and width have another column."""
    if len(first) != len(later) or not set(first) & set(later):
        return None
    return next(
        (i for i, pair in enumerate(zip(first, later, strict=True)) if len(set(pair)) > 1), None
    )


def _arranges_columns(source: Source, node: ast.AST) -> bool:
    """``table.reindex(...)``, ``table.align(...)``, ``table[first.columns]``, ``table[features]``."""
    if isinstance(node, ast.Call):
        return last_name(node.func) in _ARRANGE_COLUMNS
    if not isinstance(node, ast.Subscript):
        return False
    chosen = node.slice
    if isinstance(chosen, ast.Name):
        chosen = value_of(source, chosen.id, before=node.lineno) or chosen
    names = [one.attr for one in ast.walk(chosen) if isinstance(one, ast.Attribute)]
    return "columns" in names or isinstance(chosen, ast.List)


def _other_columns(source: Source, first: Call, later: Call, place: int) -> Finding:
    named = [_target(source, one.line) for one in (first, later)]
    learned, judged = named if all(named) else ("first", "later")
    return Finding(
        line=later.line,
        evidence="get_dummies makes columns of the values that it meets: where what fit learned from has "
        f'"{_names(first)[place]}", what is judged has "{_names(later)[place]}"',
        change=f"give the later table the columns of the first: {judged} = {judged}.reindex(columns={learned}.columns, "
        "fill_value=0)",
    )


def _target(source: Source, line: int) -> str:
    """The name of the table that a line makes."""
    made = next((node for node in source.all(ast.Assign) if spans(node, line)), None)
    return dotted_name(made.targets[0]) if made is not None else ""


@dataclass(frozen=True, slots=True)
class _Numbering:
    """What gives numbers to categories, and whether the order of the rows decides which."""

    node: ast.expr
    by_rows: bool


def _own(
    source: Source, learned: Sequence[ast.AST], judged: Sequence[ast.AST]
) -> Iterator[_Numbering]:
    """Numberings of the judged part alone, where the training part has one of its own as well."""
    first = {id(one.node) for one in _numberings(source, learned)}
    if first:
        yield from (one for one in _numberings(source, judged) if id(one.node) not in first)


def _numberings(source: Source, nodes: Sequence[ast.AST]) -> Iterator[_Numbering]:
    for node in nodes:
        if isinstance(node, ast.DictComp) and _counts(node):
            yield _Numbering(node, False)
        elif isinstance(node, ast.Call):
            function = function_of(source, node.func)
            if dotted_name(node.func).endswith(_IN_ORDER_OF_ROWS):
                yield _Numbering(node, True)
            elif _numbers_sorted(node):
                yield _Numbering(node, False)
            elif isinstance(function, ast.FunctionDef) and node.args:
                by_rows = _grows(function)
                if by_rows or any(_counts(n) for n in ast.walk(function)):
                    yield _Numbering(node, by_rows)


def _numbers_sorted(call: ast.Call) -> bool:
    """``np.unique(values, return_inverse=True)``, ``LabelEncoder().fit_transform(values)``."""
    if dotted_name(call.func).endswith("unique"):
        return argument(call, "return_inverse") is True
    fits = isinstance(call.func, ast.Attribute) and call.func.attr == "fit_transform"
    return fits and "LabelEncoder" in ast.unparse(call.func)


def _counts(node: ast.AST) -> bool:
    """``{c: i for i, c in enumerate(sorted(set(values)))}``"""
    if not isinstance(node, ast.DictComp):
        return False
    called = [c for one in node.generators for c in calls_in(one.iter)]
    names = {last_name(call.func) for call in called}
    return "enumerate" in names and bool(names & set(_COUNTED))


def _grows(function: ast.FunctionDef) -> bool:
    """Whether it keeps a dictionary of its own in which each new value gets the next number."""
    made = {
        dotted_name(target)
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and not node.value.keys
        for target in node.targets
    }
    for node in ast.walk(function):
        value = node.value if isinstance(node, ast.Assign) else None
        if isinstance(node, ast.Call) and dotted_name(node.func).endswith(".setdefault"):
            value = node.args[-1]
        lengths = [c for c in calls_in(value) if dotted_name(c.func) == "len"] if value else []
        if any(call.args and dotted_name(call.args[0]) in made for call in lengths):
            return True
    return False


def _ranges_differ(evidence: Evidence, fit: Fit, part: int) -> bool:
    """Whether some input, or the label, takes whole numbers, and up to another one in what is judged."""
    asked = [call.data for call in evidence.calls_with_model_of(fit)]
    parts = [fit.validation, *asked]
    tops = _tops(fit.train, part)
    return any(
        tops[path] != top
        for data in parts
        if data is not None
        for path, top in _tops(data, part).items()
        if path in tops
    )


def _tops(data: Data, whose: int) -> dict[str, float]:
    return {
        part.path: part.high
        for part in data.sample
        if part.high is not None and part.distinct is not None and part.path.startswith(str(whose))
    }
