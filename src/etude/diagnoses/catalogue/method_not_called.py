"""
A line names a method and does not call it: the brackets are missing, so nothing happens.

## Why it hurts
`model.fit` is the method, `model.fit(x, y)` trains. A line that only names it is no error in Python, and what it was to do is
left undone: the model keeps its random weights, the layer is never added, the list stays empty. What is then wrong shows
somewhere else, or nowhere.

## Example
    import keras
    import numpy as np

    features = np.random.default_rng(0).normal(size=(64, 3))

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit
    print(model.predict(features, verbose=0))

## Instead
    import keras
    import numpy as np

    features = np.random.default_rng(0).normal(size=(64, 3))

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile("adam", "mse")
    model.fit(features, features.sum(axis=1), epochs=3, verbose=0)
    print(model.predict(features, verbose=0))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-1", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = (
    *("asked_untrained", "asked_before_built", "compile_missing", "fitted_part_missing"),
    *("layer_not_adapted", "normalization_not_adapted", "vocabulary_not_adapted"),
    *("gradients_not_applied", "no_layers_in_model", "unbuilt_model_saved", "file_not_found"),
    *("metrics_not_reset", "metrics_not_updated", "saved_weights_not_loaded"),
)

#: Methods that people call for what they do, not for what they return: of models, layers, scalers,
#: optimizers, metrics, lists and files.
_DOING = frozenset(
    (
        *("add", "build", "compile", "fit", "evaluate", "predict", "save", "save_weights"),
        *("load_weights", "set_weights", "train_on_batch", "adapt", "partial_fit", "fit_transform"),
        *("apply_gradients", "update_state", "reset_state", "reset_states"),
        *("append", "extend", "insert", "sort", "close", "write", "flush"),
    )
)
#: Nothing is wrong without what these only show.
_SHOWING = frozenset(("summary", "show", "head", "describe", "info"))


def match(evidence: Evidence) -> Finding | None:
    for line, name, last in _only_named(evidence.source):
        if last in _DOING | _SHOWING or _is_function(evidence.source, name):
            return Finding(
                line=line,
                about=name,
                evidence=f"line {line} is nothing but {name}: it names the {_kind(name)} and does not call it",
                change=f"{name}(...), with its brackets",
                mild=last in _SHOWING,
            )
    return None


def _only_named(source: Source) -> Iterator[tuple[int, str, str]]:
    """Statements that are a name and nothing else: the line, the name and the last part of it."""
    for node in source.all(ast.Expr):
        if isinstance(node.value, ast.Attribute):
            yield node.lineno, ast.unparse(node.value), node.value.attr
        elif isinstance(node.value, ast.Name):
            yield node.lineno, node.value.id, ""


def _is_function(source: Source, name: str) -> bool:
    """Whether the program defines a function of this name, such as ``main``."""
    return any(function.name == name for function in source.functions())


def _kind(name: str) -> str:
    return "method" if "." in name else "function"
