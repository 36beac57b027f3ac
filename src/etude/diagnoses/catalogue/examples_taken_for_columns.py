"""
A loss of one's own picks single examples of the batch where it means columns.

## Why it hurts
Labels and outputs come with all examples of the batch, of shape (batch, columns). `y_true[2]` is everything of the third
example, not the third value of every example: most of the batch is thrown away, and values that were to be left out or
weighed count like the others. Nothing complains, the loss falls, and the model learns from a few rows of each batch.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.normal(size=(64, 5)).astype("float32")
    targets = rows[:, :3] * 2


    def weighted(y_true, y_pred):
        first = (y_true[0] - y_pred[0]) ** 2
        second = (y_true[1] - y_pred[1]) ** 2
        return first + 5 * second


    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3)])
    model.compile(optimizer="adam", loss=weighted)
    model.fit(rows, targets, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.normal(size=(64, 5)).astype("float32")
    targets = rows[:, :3] * 2


    def weighted(y_true, y_pred):
        first = (y_true[:, 0] - y_pred[:, 0]) ** 2
        second = (y_true[:, 1] - y_pred[:, 1]) ** 2
        return first + 5 * second


    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(3)])
    model.compile(optimizer="adam", loss=weighted)
    model.fit(rows, targets, verbose=0)
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.own_measures import loss_functions
from etude.diagnoses.source import Source, constant
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "data-1", "dev-3")
GUIDE = "Keras guide: Training and evaluation with the built-in methods (custom losses)"
EXPLAINS = NUMBERS_GONE_WRONG

# One example may be meant, as the value at the start of a curve; several columns are named one by one.
_LEAST_PLACES = 2
_KERAS_BATCH = 32


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        columns = _columns(fit)
        for function in _losses(evidence.source, fit):
            picks = list(_picks(function))
            places = sorted({place for _, found in picks for place in found})
            if _are_columns(places, columns, _batch(fit)):
                first = min((node for node, _ in picks), key=lambda node: node.lineno)
                name, index = ast.unparse(first.value), ast.unparse(first.slice)
                return Finding(
                    line=first.lineno,
                    about=function.name,
                    evidence=f"{name} has {columns} columns, and a row for each of the {_batch(fit)} examples of a batch; "
                    f"{name}[{index}] takes rows, that is whole examples, not columns",
                    change=f"{name}[:, {index}], here and where the other columns are picked",
                )
    return None


def _losses(source: Source, fit: Fit) -> Iterator[ast.FunctionDef]:
    """Losses of this file that the training may have used."""
    compiled = fit.model.compiled
    names = {loss.name for loss in compiled.losses} if compiled else set()
    for function in loss_functions(source):
        if not names or function.name in {*names, "call"}:
            yield function


def _picks(function: ast.FunctionDef) -> Iterator[tuple[ast.Subscript, Sequence[int]]]:
    """``y_true[2]`` and ``y_pred[:4]`` with the numbers in it, unless columns are picked as well."""
    names = [one.arg for one in function.args.args if one.arg != "self"][:2]
    subscripts = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Name)
        and node.value.id in names
    ]
    if any(isinstance(node.slice, ast.Tuple) for node in subscripts):
        return
    for node in subscripts:
        numbers = _numbers(node.slice)
        if numbers:
            yield node, numbers


def _numbers(index: ast.expr) -> Sequence[int]:
    """Of a place its number, of a stretch such as ``:4`` and ``4:`` the places beside its bounds."""
    if not isinstance(index, ast.Slice):
        place = constant(index)
        return [place] if isinstance(place, int) and place >= 0 else []
    bounds = [constant(bound) for bound in (index.lower, index.upper)]
    known = [bound for bound in bounds if bound is not None]
    # One step further or less compares neighbours; every third one is what triplets are made of.
    if index.step is not None or any(not isinstance(b, int) or b < 0 or b == 1 for b in known):
        return []
    return [place for bound in known if bound for place in (bound - 1, bound)]


def _are_columns(places: Sequence[int], columns: int, batch: int) -> bool:
    """Whether all of them could be columns, and a batch has more rows than are picked."""
    last = places[-1] if len(places) >= _LEAST_PLACES else columns
    return last < columns and last + 1 < batch


def _columns(fit: Fit) -> int:
    """The size of the last axis of the labels, else of the outputs; 0 when there is none."""
    labels = fit.train.part("1")
    if labels is not None and len(labels.shape) > 1:
        return labels.shape[-1]
    shape = fit.model.outputs[0].shape if len(fit.model.outputs) == 1 else None
    return (shape[-1] or 0) if shape and len(shape) > 1 else 0


def _batch(fit: Fit) -> int:
    """How many examples come at once: arrays are cut, other data come in batches."""
    labels, size = fit.train.part("1"), fit.arguments.get("batch_size")
    rows = labels.shape[0] if labels is not None and labels.shape else _KERAS_BATCH
    cut = size if isinstance(size, int) else _KERAS_BATCH
    return min(rows, cut) if fit.train.kind == "arrays" else rows
