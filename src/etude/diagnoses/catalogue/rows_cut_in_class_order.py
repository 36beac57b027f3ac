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
from etude.diagnoses.pipelines import in_blocks
from etude.diagnoses.places import call_at
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ("overfits", "stuck_at_majority")

# What makes an array of a list and leaves the order of its rows.
_KEEP = {"array", "asarray", "transpose", "astype", "float32"}


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for fit in evidence.fits:
        order = fit.train.label_order
        learned = _labels_of(source, fit.line, "fit") if in_blocks(order) else None
        for held, labels in _held_out(evidence, fit) if learned is not None else ():
            classes = _classes(held)
            whole = learned is not None and labels is not None and root(learned) == root(labels)
            if learned is not None and whole and 0 < len(classes) < order["labels"]:
                return Finding(
                    line=learned.lineno,
                    about=root(learned),
                    evidence=f"`{ast.unparse(learned)}` holds {order['labels']} classes one after the other, and the part "
                    f"that is held out holds {_told(classes)}: nothing mixed the rows before they were cut",
                    change="mix inputs and labels with one permutation before the cut, or use train_test_split with "
                    "shuffle=True and stratify",
                )
    return None


def _held_out(evidence: Evidence, fit: Fit) -> Iterator[tuple[Data, ast.Subscript | None]]:
    """What the model is judged by, with the stretch of an array that its labels are."""
    source = evidence.source
    if fit.validation is not None:
        call = call_at(source, fit.line, "fit")
        pair = given(call, "validation_data", 6) if call is not None else None
        labels = pair.elts[1] if isinstance(pair, ast.Tuple) and len(pair.elts) > 1 else None
        yield fit.validation, _stretch(source, labels, fit.line)
    for judged in evidence.calls_with_model_of(fit):
        if judged.name == "Model.evaluate" and judged.data is not None:
            yield judged.data, _labels_of(source, judged.line, "evaluate")


def _labels_of(source: Source, line: int, method: str) -> ast.Subscript | None:
    call = call_at(source, line, method)
    return _stretch(source, given(call, "y", 1), line) if call is not None else None


def _stretch(source: Source, node: ast.expr | None, before: int) -> ast.Subscript | None:
    """``y[:100]`` behind a name, whatever only makes an array of it around."""
    if isinstance(node, ast.Name):
        node = assigned_value(source, node.id, before=before)
    while isinstance(node, ast.Call) and dotted_name(node.func).rpartition(".")[2] in _KEEP:
        inner = node.func.value if isinstance(node.func, ast.Attribute) and not node.args else None
        node = node.args[0] if node.args else inner
    is_cut = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice)
    return node if isinstance(node, ast.Subscript) and is_cut else None


def _classes(data: Data) -> list[object]:
    """The distinct labels of arrays; empty where they are no classes or not all seen."""
    labels = data.part("1")
    if data.kind != "arrays" or labels is None or len(labels.shape) != 1:
        return []
    return list(labels.distinct or ())


def _told(classes: list[object]) -> str:
    return f"class {classes[0]} alone" if len(classes) == 1 else f"{len(classes)} of them alone"
