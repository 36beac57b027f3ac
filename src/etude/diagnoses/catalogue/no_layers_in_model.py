"""
A `Sequential` model is used, and no layer was ever added to it.

## Why it hurts
Layers that are made and not handed over are not part of the model, nor are those of a function whose result nobody keeps.

## Example
    import keras
    import numpy as np

    model = keras.Sequential()
    hidden = keras.layers.Dense(4)
    output = keras.layers.Dense(1)
    model.compile(optimizer="adam", loss="mse")
    model.fit(np.random.rand(8, 4), np.random.rand(8), verbose=0)

## Instead
    import keras
    import numpy as np

    model = keras.Sequential()
    model.add(keras.layers.Dense(4, activation="relu"))
    model.add(keras.layers.Dense(1))
    model.compile(optimizer="adam", loss="mse")
    model.fit(np.random.rand(8, 4), np.random.rand(8), epochs=2, verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-2", "dev-3")
GUIDE = "TensorFlow guide: The Sequential model"
EXPLAINS = ()

_SAID = re.compile(r"Sequential model \S+ cannot be built because it has no layers")


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    made = next(iter(evidence.source.calls("Sequential")), None)
    loose = _loose_layers(evidence.source)
    return Finding(
        line=call_line(made) if made is not None else stopped[0].line,
        evidence="the Sequential has no layers"
        + (f", and {', '.join(loose)} were made and not added" if loose else ""),
        change=f"model.add({loose[0]}), and so on"
        if loose
        else "model.add(layer) for each layer, before it is used",
    )


def _loose_layers(source: Source) -> list[str]:
    """Names that were given a layer, and that nothing calls or hands over."""
    named = {
        target.id: node.value
        for node in source.all(ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and _is_layer(source, node.value)
    }
    used = {node.id for node in source.all(ast.Name) if isinstance(node.ctx, ast.Load)}
    return [name for name in named if name not in used]


def _is_layer(source: Source, node: ast.expr) -> bool:
    if not isinstance(node, ast.Call):
        return False
    first, _, rest = dotted_name(node.func).partition(".")
    return "layers" in f"{source.imported.get(first, first)}.{rest}".split(".")
