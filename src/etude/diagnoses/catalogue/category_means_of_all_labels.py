"""
A category became the mean of its labels, and the labels of the rows that judge the model were among them.

## Why it hurts
Target encoding puts the mean label of a category in the place of its name. Computed over all rows, each mean holds
part of the labels of validation and test rows: of a category with two rows, one of them in the test part, the feature
is half the answer. The network learns to trust that column, does well on every row that took part in it, and badly on
rows whose labels nobody knows yet.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    seller = rng.integers(0, 60, 200)
    price = rng.normal(size=200).astype("float32")
    means = np.bincount(seller, weights=price, minlength=60) / np.maximum(np.bincount(seller, minlength=60), 1)
    features = np.stack([means[seller], rng.normal(size=200)], axis=1).astype("float32")
    order = rng.permutation(200)
    train, test = order[:150], order[150:]

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(features[train], price[train], epochs=2, verbose=0)
    model.evaluate(features[test], price[test], verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    seller = rng.integers(0, 60, 200)
    price = rng.normal(size=200).astype("float32")
    order = rng.permutation(200)
    train, test = order[:150], order[150:]
    total = np.bincount(seller[train], weights=price[train], minlength=60)
    means = total / np.maximum(np.bincount(seller[train], minlength=60), 1)
    features = np.stack([means[seller], rng.normal(size=200)], axis=1).astype("float32")

    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8, "relu"), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(features[train], price[train], epochs=2, verbose=0)
    model.evaluate(features[test], price[test], verbose=0)
"""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, given, names_in, root
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, constant, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-5", "data-6")
GUIDE = "TensorFlow tutorial: Classify structured data using Keras preprocessing layers"
EXPLAINS = ("overfits",)

_SUMMED = "add.at"
_COUNTED = "bincount"
_MEANS = ("mean", "transform", "agg", "apply", "median")
_SPLIT = "train_test_split"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Means:
    """Labels that were put together by category.

    Attributes:
      held_by: the name of what holds the result; column: the one of a table that does.
    """

    labels: str
    line: int
    held_by: str = ""
    column: str = ""


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    found = list(_by_category(source))
    for fit in evidence.trainings if found else ():
        inputs = _behind(source, fit, 0)
        names = names_in(*inputs)
        dealt = set(_dealt(source, _behind(source, fit, 1)))
        for one in found:
            if _is_used(one, inputs, names) and one.labels in dealt and one.line < fit.line:
                return Finding(
                    line=one.line,
                    about=one.labels,
                    evidence=f"line {one.line} puts the labels of all rows together by category, those of the "
                    f"rows that are held out as well, and line {fit.line} learns from the result",
                    change="split first; compute the means from the training rows alone, and give categories "
                    "that are new later the mean of all training labels",
                )
    return None


def _is_used(means: _Means, inputs: Sequence[ast.AST], names: set[str]) -> bool:
    """Whether the inputs are made of them; of a table, by the column's name or as all but some."""
    if means.held_by not in names:
        return any(_is_at(node, means.line) for node in inputs)
    told = {constant(node) for node in inputs if isinstance(node, ast.Constant)}
    others = any(isinstance(node, ast.Attribute) and node.attr == "drop" for node in inputs)
    return not means.column or means.column in told or others


def _by_category(source: Source) -> Iterator[_Means]:
    """Sums and means of whole arrays or columns, by the group of each row."""
    for node in source.nodes:
        if isinstance(node, ast.Assign) and (labels := _grouped(node.value)):
            target = node.targets[0]
            column = constant(target.slice) if isinstance(target, ast.Subscript) else ""
            yield _Means(labels=labels, line=node.lineno, held_by=root(target), column=str(column))
    for call in source.all(ast.Call):
        name = dotted_name(call.func)
        weights = given(call, "weights", 1) if name.endswith(_COUNTED) else None
        if name.endswith(_SUMMED) and len(call.args) == 3:
            weights = call.args[2]
        if weights is not None and _is_whole(weights):
            held = root(call.args[0]) if name.endswith(_SUMMED) else ""
            yield _Means(labels=ast.unparse(weights), line=call.lineno, held_by=held)


def _grouped(value: ast.expr) -> str:
    """``table["price"]`` of ``table.groupby("seller")["price"].transform("mean")``; else ""."""
    for call in calls_in(value):
        column = call.func.value if isinstance(call.func, ast.Attribute) else None
        if not isinstance(column, ast.Subscript) or call.func.attr not in _MEANS:  # type: ignore[attr-defined]
            continue
        groups = column.value
        made = isinstance(groups, ast.Call) and dotted_name(groups.func).endswith(".groupby")
        if isinstance(groups, ast.Call) and made:
            table = dotted_name(groups.func).removesuffix(".groupby")
            return f"{table}[{ast.unparse(column.slice)}]"
    return ""


def _is_whole(node: ast.expr) -> bool:
    """A name, or a column of a table by its name, and not some of the rows."""
    if isinstance(node, ast.Subscript):
        return isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str)
    return isinstance(node, ast.Name)


def _behind(source: Source, fit: Fit, place: int) -> Sequence[ast.AST]:
    """What the inputs, place 0, or the labels, place 1, of a training are made of."""
    call = call_at(source, fit.line, "fit")
    labels = given(call, "y", 1) if call is not None else None
    node = labels if place else inputs_given(source, fit.line, "fit")
    return list(origins(source, node, before=fit.line))


def _dealt(source: Source, nodes: Sequence[ast.AST]) -> Iterator[str]:
    """Arrays of which labels are some of the rows."""
    for node in nodes:
        if isinstance(node, ast.Subscript) and not _is_whole(node):
            yield ast.unparse(node.value)
    behind = {id(node) for node in nodes}
    for part in (part for call in source.calls(_SPLIT) for part in call.args if id(part) in behind):
        yield from (ast.unparse(one) for one in ast.walk(part) if isinstance(one, ast.expr))


def _is_at(node: ast.AST, line: int) -> bool:
    return isinstance(node, ast.Call) and node.lineno == line
