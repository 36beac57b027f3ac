"""
Rows that are sorted by class are cut in two, so the held-out part has other classes than the network learned.

## Why it hurts
`x[:100]` and `x[100:]` cut at a place, they mix nothing. Of rows that come class by class the second part holds the last
classes alone: the network has learned few or none of their examples, is judged by nothing else, and on all other classes
it is never judged. Loss and accuracy look fine in training and are far off on the held-out part.

## Example
    import keras
    import numpy as np

    y = np.repeat([0, 1, 2], 50)
    x = np.random.default_rng(0).normal(y[:, None], 0.1, (150, 4)).astype("float32")
    x_train, x_test = x[:110], x[110:]
    y_train, y_test = y[:110], y[110:]

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    model.fit(x_train, y_train, epochs=15, verbose=0)
    print(model.evaluate(x_test, y_test, verbose=0))

## Instead
    import keras
    import numpy as np

    y = np.repeat([0, 1, 2], 50)
    x = np.random.default_rng(0).normal(y[:, None], 0.1, (150, 4)).astype("float32")
    mixed = np.random.default_rng(0).permutation(150)
    x, y = x[mixed], y[mixed]
    x_train, x_test = x[:110], x[110:]
    y_train, y_test = y[:110], y[110:]

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Adam(0.05), loss="sparse_categorical_crossentropy")
    model.fit(x_train, y_train, epochs=15, verbose=0)
    print(model.evaluate(x_test, y_test, verbose=0))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, root
from etude.diagnoses.origins import origins
from etude.diagnoses.pipelines import in_blocks, is_shuffle, step
from etude.diagnoses.places import call_at
from etude.diagnoses.source import argument
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Fit, Stage

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ("overfits", "stuck_at_majority")

_CUTTING = ("take", "skip")
_CHANGE = "mix inputs and labels with one permutation before the cut, or use train_test_split with shuffle=True and stratify"


def match(evidence: Evidence) -> Finding | None:
    found = (one for fit in evidence.fits for one in (*_arrays(evidence, fit), *_pipelines(fit)))
    return next(found, None)


def _arrays(evidence: Evidence, fit: Fit) -> Iterator[Finding]:
    order = fit.train.label_order
    if not in_blocks(order):
        return
    learned = list(_labels(evidence, fit.line, "fit"))
    judged = list(_judged(evidence, fit))
    if any(held.label_order["labels"] >= order["labels"] for held, _ in judged):
        return
    for held, labels in judged:
        cut = _common_cut(evidence, learned, labels)
        if cut is not None:
            yield Finding(
                line=cut.lineno,
                about=root(cut),
                evidence=f"of rows that come class by class, {order['labels']} classes are left to learn from, and the part "
                f"that is held out has {_told(held)}: nothing mixed the rows before they were cut in line {cut.lineno}",
                change=_CHANGE,
            )


def _judged(evidence: Evidence, fit: Fit) -> Iterator[tuple[Data, list[ast.AST]]]:
    """What the model is judged by, with all that its labels are made of."""
    if fit.validation is not None and "labels" in fit.validation.label_order:
        yield fit.validation, list(_validation_labels(evidence, fit.line))
    for call in evidence.calls_with_model_of(fit):
        if call.name == "Model.evaluate" and call.data and "labels" in call.data.label_order:
            yield call.data, list(_labels(evidence, call.line, "evaluate"))


def _labels(evidence: Evidence, line: int, method: str) -> Iterator[ast.AST]:
    call = call_at(evidence.source, line, method)
    labels = given(call, "y", 1) if call is not None else None
    return origins(evidence.source, labels, before=line)


def _validation_labels(evidence: Evidence, line: int) -> Iterator[ast.AST]:
    call = call_at(evidence.source, line, "fit")
    pair = given(call, "validation_data", 6) if call is not None else None
    labels = pair.elts[1] if isinstance(pair, ast.Tuple) and len(pair.elts) > 1 else pair
    return origins(evidence.source, labels, before=line)


def _common_cut(evidence: Evidence, learned: list[ast.AST], held: list[ast.AST]) -> ast.expr | None:
    """Where one array becomes both: a stretch of it, or a split that does not mix."""
    others = {root(node) for node in held if _is_stretch(node)}
    for node in learned:
        if isinstance(node, ast.expr) and _is_stretch(node) and root(node) in others:
            return node
    both = {id(node) for node in learned} & {id(node) for node in held}
    for split in evidence.source.calls("train_test_split"):
        if argument(split, "shuffle") is False and both & {id(array) for array in split.args}:
            return split
    return None


def _is_stretch(node: ast.AST) -> bool:
    """``y[:100]`` or ``rows[:100, 4]``."""
    place = node.slice if isinstance(node, ast.Subscript) else None
    first = place.elts[0] if isinstance(place, ast.Tuple) and place.elts else place
    return isinstance(first, ast.Slice) and (first.lower or first.upper) is not None


def _told(held: Data) -> str:
    labels, count = held.part("1"), held.label_order["labels"]
    numbers = labels.distinct if labels is not None and len(labels.shape) == 1 else None
    if count == 1:
        return f"class {numbers[0]} alone" if numbers else "one of them alone"
    return f"{count} of them alone"


def _pipelines(fit: Fit) -> Iterator[Finding]:
    """Elements of one sorted source of which ``take`` and ``skip`` make two parts."""
    cut, other = _cut(fit.train), _cut(fit.validation)
    if cut is None or other is None or cut[0].line != other[0].line or cut[1].op == other[1].op:
        return
    order = cut[0].parameters
    yield Finding(
        line=cut[1].line,
        about=fit.train.role,
        evidence=f"the {order['elements']} examples come class by class ({order['labels']} classes), and {step(cut[1])} "
        f"and {step(other[1])} cut them as they come, so that the last ones are in one part only",
        change="mix all examples before the cut, in one order for every pass: "
        f"shuffle({order['elements']}, seed=1, reshuffle_each_iteration=False)",
    )


def _cut(data: Data | None) -> tuple[Stage, Stage] | None:
    """A sorted source, and the first ``take`` or ``skip`` of it before anything mixes it."""
    source = None
    for stage in data.stages if data is not None else ():
        if in_blocks(stage.parameters):
            source = stage
        if source is not None and stage.op in _CUTTING:
            return source, stage
        if is_shuffle(stage):
            return None
    return None
