"""
A callback that remembers the best value so far is given to a second model.

## Why it hurts
A callback of one's own, and `ModelCheckpoint`, keep their best value from one `fit` to the next. For another model the bar of the first one stays: if that was
better, nothing of the second is ever kept, and what is read back later belongs to the first.

## Example
    import keras
    import numpy as np

    class KeepBest(keras.callbacks.Callback):
        def __init__(self):
            super().__init__()
            self.best = float("inf")

        def on_epoch_end(self, epoch, logs=None):
            if logs["loss"] < self.best:
                self.best = logs["loss"]
                self.weights = self.model.get_weights()

    keep = KeepBest()
    for units in (8, 2):
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(units, activation="relu"), keras.layers.Dense(1)])
        model.compile(optimizer="sgd", loss="mse")
        model.fit(np.ones((16, 2)), np.ones(16), callbacks=[keep], verbose=0)

## Instead
    import keras
    import numpy as np

    class KeepBest(keras.callbacks.Callback):
        def on_train_begin(self, logs=None):
            self.best = float("inf")

        def on_epoch_end(self, epoch, logs=None):
            if logs["loss"] < self.best:
                self.best = logs["loss"]
                self.weights = self.model.get_weights()

    keep = KeepBest()
    for units in (8, 2):
        model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(units, activation="relu"), keras.layers.Dense(1)])
        model.compile(optimizer="sgd", loss="mse")
        model.fit(np.ones((16, 2)), np.ones(16), callbacks=[keep], verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.subclasses import methods_of
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Callback, Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-12", "dev-3")
GUIDE = "Keras guide: Writing your own callbacks"
EXPLAINS = ("best_weights_not_kept",)

_SAVES = "ModelCheckpoint"
_BEGINS = ("on_train_begin", "set_model", "set_params")


def match(evidence: Evidence) -> Finding | None:
    first: dict[str, Fit] = {}
    for fit in evidence.fits:
        for callback in fit.callbacks if fit.epochs else ():
            known = first.setdefault(callback.key, fit)
            if known.model.key == fit.model.key or not callback.key:
                continue
            if _read_back(evidence, known, fit):
                continue
            if kept := next(_kept(evidence.source, callback), ""):
                return Finding(
                    line=callback.line or fit.line,
                    about=callback.kind,
                    evidence=f"one {callback.kind} was given to the trainings of {known.model.name} and of {fit.model.name}, "
                    f"and its {kept} of the first is what the second is measured by",
                    change="make a new one for each model"
                    if callback.kind == _SAVES
                    else "set it back in on_train_begin, or make a new one for each model",
                )
    return None


def _read_back(evidence: Evidence, known: Fit, fit: Fit) -> bool:
    """Whether the second model is the first one out of its file: its training leads on, and what is the
    best so far is the bar that it has to pass.
    """
    read = {call.line for call in evidence.calls_of("load_model")}
    first, second = ([layer.kind for layer in one.model.layers] for one in (known, fit))
    return fit.model.line in read and first == second


def _kept(source: Source, callback: Callback) -> Iterator[str]:
    """What it is compared with and changed to as epochs end, and never set back."""
    if callback.kind == _SAVES and callback.options.get("save_best_only"):
        yield "best"
    for node in source.nodes:
        if isinstance(node, ast.ClassDef) and node.name == callback.kind:
            methods = methods_of(node)
            if "__init__" in methods and not set(_BEGINS) & set(methods):
                begun, ended = _assigned(methods["__init__"]), methods.get("on_epoch_end")
                compared = _compared(ended) if ended is not None else set()
                yield from sorted(begun & compared & (_assigned(ended) if ended else set()))


def _assigned(function: ast.FunctionDef) -> set[str]:
    """Attributes of ``self`` that a method sets."""
    assigned = [node for node in ast.walk(function) if isinstance(node, ast.Assign)]
    names = {dotted_name(target) for node in assigned for target in node.targets}
    return {name.removeprefix("self.") for name in names if name.startswith("self.")}


def _compared(function: ast.FunctionDef) -> set[str]:
    """Attributes of ``self`` that a method compares with something."""
    parts = [
        part
        for node in ast.walk(function)
        if isinstance(node, ast.Compare)
        for part in (node.left, *node.comparators)
    ]
    return {dotted_name(part).removeprefix("self.") for part in parts}
