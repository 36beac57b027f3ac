"""
Layers lie in an object that Keras does not look into.

## Why it hurts
A model finds its layers in its own attributes, and in lists and dictionaries among them. An object of an ordinary class is opaque to it: the layers
inside compute, but their weights are not the model's. The optimizer never changes them, `summary` does not count them,
and saving leaves them out.

## Example
    import keras
    import numpy as np

    class Block:
        def __init__(self):
            self.dense = keras.layers.Dense(8, activation="relu")

        def __call__(self, x):
            return self.dense(x)

    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.block = Block()
            self.out = keras.layers.Dense(1)

        def call(self, inputs):
            return self.out(self.block(inputs))

    model = Network()
    model.compile(optimizer="adam", loss="mse")
    model.fit(np.zeros((16, 4)), np.zeros(16), verbose=0)

## Instead
    import keras
    import numpy as np

    class Block(keras.layers.Layer):
        def __init__(self):
            super().__init__()
            self.dense = keras.layers.Dense(8, activation="relu")

        def call(self, x):
            return self.dense(x)

    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.block = Block()
            self.out = keras.layers.Dense(1)

        def call(self, inputs):
            return self.out(self.block(inputs))

    model = Network()
    model.compile(optimizer="adam", loss="mse")
    model.fit(np.zeros((16, 4)), np.zeros(16), verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, full_name
from etude.diagnoses.places import class_around
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.subclasses import methods_of
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers

SEVERITY = Severity.SILENT
SKILLS = ("model-4", "dev-3")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ("some_weights_get_no_gradient", "unbuilt_model_saved", *NOTHING_LEARNED)

_WITHOUT_WEIGHTS = ("Dropout", "Flatten", "Activation", "Rescaling", "Reshape", "ReLU", "Random")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        definition = class_around(evidence.source, fit.model.line)
        definition = definition or _class_of(evidence.source, fit.model.line)
        if fit.model.kind != "subclassed" or definition is None:
            continue
        seen = {layer.line for layer in all_layers(fit.model)}
        for holder, kept in _kept_opaque(evidence.source, definition):
            made = [c.lineno for c in _layers_made(evidence.source, holder)]
            if made and not seen & set(made):
                return Finding(
                    line=kept.lineno,
                    about=holder.name,
                    evidence=f"{ast.unparse(kept.value)} holds the layers of line {made[0]}, and {holder.name} is an ordinary "
                    f"class: {fit.model.name} has {fit.model.trainable_parameters} weights to train, and theirs are not among "
                    "them",
                    change=f"class {holder.name}(keras.layers.Layer), with super().__init__() and a method call",
                )
    return None


def _class_of(source: Source, line: int) -> ast.ClassDef | None:
    """The class that is instantiated in a line."""
    classes = {node.name: node for node in source.nodes if isinstance(node, ast.ClassDef)}
    called = [c for c in source.all(ast.Call) if c.lineno <= line <= (c.end_lineno or 0)]
    return next((classes[n] for c in called if (n := dotted_name(c.func)) in classes), None)


def _kept_opaque(
    source: Source, definition: ast.ClassDef
) -> Iterator[tuple[ast.ClassDef, ast.Assign]]:
    """Attributes of the class that are objects of classes without a base, with what assigns them."""
    plain = {n.name: n for n in source.nodes if isinstance(n, ast.ClassDef) and not n.bases}
    for node in ast.walk(definition):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            holder = plain.get(dotted_name(node.value.func))
            kept = any(dotted_name(target).startswith("self.") for target in node.targets)
            if holder is not None and kept:
                yield holder, node


def _layers_made(source: Source, holder: ast.ClassDef) -> Iterator[ast.Call]:
    """Layers with weights that its ``__init__`` makes."""
    begin = methods_of(holder).get("__init__")
    for call in calls_in(begin) if begin is not None else ():
        name = full_name(source, call.func)
        kind = name.rpartition(".")[2]
        if "keras.layers." in name and kind[:1].isupper() and not kind.startswith(_WITHOUT_WEIGHTS):
            yield call
