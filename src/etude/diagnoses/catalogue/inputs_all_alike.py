"""
The inputs of every example are the same, and their labels are not.

## Why it hurts
Where all rows are equal, nothing tells one example from another: the network gives the same answer to all of them, at best the
mean of the labels or the most frequent class, and the loss stays there. It is the preparation that has made
them equal. `keras.utils.normalize` divides a row by its own length, and makes 1 of a row that holds one number beside
zeros; a cast to whole numbers makes 0 of all fractions; a list that one array was appended to again and again holds
that one array as it was last.

## Example
    import keras
    import numpy as np

    words = np.zeros((60, 6), dtype="int32")
    words[:, 0] = np.arange(60) % 3 + 1
    labels = np.arange(60) % 3

    inputs = keras.utils.normalize(words, axis=1)
    model = keras.Sequential([
        keras.layers.Embedding(10, 4),
        keras.layers.Flatten(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(inputs, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    words = np.zeros((60, 6), dtype="int32")
    words[:, 0] = np.arange(60) % 3 + 1
    labels = np.arange(60) % 3

    model = keras.Sequential([
        keras.layers.Embedding(10, 4),
        keras.layers.Flatten(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(words, labels, verbose=0)
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.casts import filled_whole, made_whole
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, line_of_filling, names_in, root, value_of
from etude.diagnoses.origins import inputs_given, origins
from etude.diagnoses.row_scaling import row_scaling
from etude.diagnoses.source import Source, call_line, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-4", "dev-3", "data-5")
GUIDE = "Keras API: normalize utility"
EXPLAINS = (*NOTHING_LEARNED, "rows_scaled_not_columns", "embedding_fed_fractions")

# Who writes one of these wants rows that are equal, as long as nothing is written into them.
_CONSTANTS = ("zeros", "ones", "full", "zeros_like", "ones_like", "tile", "repeat", "broadcast_to")
# Of a row that was divided by its length, with what float32 adds.
_LENGTH = 1.0001
_WITHOUT_SCALING = (
    "leave it out: numbers of words and classes are names, which Embedding takes as they are; where columns measure "
    "something, Normalization scales each by its own column"
)
_LOOK = "print the first rows after each step of the preparation: where they become equal is the mistake"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        if fit.train.all_alike and not _wanted(evidence.source, fit):
            line, made, change = _cause(evidence.source, fit)
            return Finding(
                line=line,
                evidence=f"the inputs that the training in line {fit.line} got are the same in every row, "
                f"{_values(fit)}, while the labels differ{made}",
                change=change,
            )
    return None


def _values(fit: Fit) -> str:
    """What one row holds, as far as numbers tell it."""
    sample = fit.train.sample[0]
    if sample.low is None or sample.high is None:
        return f"{sample.dtype} of shape {list(sample.shape[1:])}"
    if sample.low == sample.high:
        return f"nothing but {sample.low:g}"
    return f"with numbers from {sample.low:.3g} to {sample.high:.3g}"


def _cause(source: Source, fit: Fit) -> tuple[int, str, str]:
    """The line that made them equal, what it does, and the change; else the line of the training."""
    low, high = fit.train.sample[0].low, fit.train.sample[0].high
    for call in row_scaling(source, fit) if high is not None and high <= _LENGTH else ():
        told = f": {ast.unparse(call.func)} divides each row by its own length"
        return call_line(call), told, _WITHOUT_SCALING
    parts = list(origins(source, inputs_given(source, fit.line, "fit"), before=fit.line))
    sizes = _in_slices(source, parts)
    for node in parts if low == high else ():
        if isinstance(node, ast.Call) and made_whole(node) is not None and id(node) not in sizes:
            told = ", and what they are made of is made whole numbers here"
            return node.lineno, told, "keep the fractions: a type such as float32"
    names = {one.id for one in parts if isinstance(one, ast.Name)}
    for made, filling in filled_whole(source) if low == high else ():
        if names & names_in(*made.targets):
            told = f": line {filling.lineno} writes into an array of whole numbers, which cuts fractions off"
            return made.lineno, told, 'make it an array of fractions: dtype="float32"'
    for call in _appended_again(source, names):
        array, rows = ast.unparse(call.args[0]), dotted_name(call.func).removesuffix(".append")
        told = f": each entry of {rows} is the one array {array}, as it was last"
        return call.lineno, told, f"append a copy of it: {rows}.append({array}.copy())"
    return fit.line, "", _LOOK


def _in_slices(source: Source, parts: Sequence[ast.AST]) -> set[int]:
    """Expressions that say where an array is cut, such as ``int(0.8 * n)``: they are none of its values."""
    slices = [part.slice for part in parts if isinstance(part, ast.Subscript)]
    named = [(name, one.lineno) for one in slices for name in names_in(one)]
    behind = [value_of(source, name, before=line) for name, line in named]
    ends = [*slices, *(value for value in behind if value is not None)]
    return {id(node) for end in ends for node in ast.walk(end)}


def _appended_again(source: Source, lists: set[str]) -> Iterator[ast.Call]:
    """``rows.append(window)`` in a loop that writes into ``window`` and never makes a new one."""
    for loop in (*source.all(ast.For), *source.all(ast.While)):
        inside = [node for node in ast.walk(loop) if isinstance(node, ast.Name | ast.Subscript)]
        new = {one.id for one in inside if isinstance(one, ast.Name) and _is_target(one)}
        filled = {root(one) for one in inside if isinstance(one, ast.Subscript) and _is_target(one)}
        for call in calls_in(loop):
            name = call.args[0].id if call.args and isinstance(call.args[0], ast.Name) else ""
            appends = last_name(call.func) == "append" and root(call.func) in lists
            if appends and name in filled - new:
                yield call


def _is_target(node: ast.Name | ast.Subscript) -> bool:
    return isinstance(node.ctx, ast.Store)


def _wanted(source: Source, fit: Fit) -> bool:
    """Whether the rows are written as equal ones, such as ``np.ones((64, 1))``."""
    given = inputs_given(source, fit.line, "fit")
    parts = [given, *origins(source, given, before=fit.line)] if given is not None else []
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    made = [part for part in parts if isinstance(part, ast.Call)]
    filled = line_of_filling(source, names, before=fit.line) if names else 0
    return not filled and any(last_name(call.func) in _CONSTANTS for call in made)
