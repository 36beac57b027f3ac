"""
All weights of a hidden layer begin with the same number, and nothing makes its units different.

## Why it hurts
A ReLU layer that begins with zeros gives zeros, and where it gives nothing no gradient comes back: neither it nor what is
before it ever moves. Where the layer behind begins with one number as well, all units give the same and get the same
gradient, and a layer of 64 works like one unit. Two matrices of zeros, one behind the other, never leave zero at all. Random initial weights are there to make units different; a seed
makes them repeatable.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = np.abs(inputs[:, :1])

    model = keras.Sequential(
        [
            keras.Input((3,)),
            keras.layers.Dense(16, activation="tanh", kernel_initializer="ones"),
            keras.layers.Dense(1, kernel_initializer="ones"),
        ]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, targets, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = np.abs(inputs[:, :1])

    model = keras.Sequential(
        [keras.Input((3,)), keras.layers.Dense(16, activation="tanh"), keras.layers.Dense(1)]
    )
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, targets, verbose=0)
"""

import ast
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import GRADIENT, STILL
from etude.diagnoses.names import given, value_of
from etude.diagnoses.places import call_at, layer_line
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import consumers
from etude.domain.observations import Layer

SEVERITY = Severity.SILENT
SKILLS = ("model-1", "train-5", "dev-3")
GUIDE = "Keras API: layer weight initializers"
EXPLAINS = NOTHING_LEARNED

_ALL_ALIKE = ("Zeros", "Ones", "Constant")
# Weights that come from elsewhere, and branches that are added and may well begin at zero.
_GIVEN_LATER = ("set_weights", "load_weights", "load_model", "assign")
_ADDED = ("Add", "Multiply")
# Steps of a loop after which weights that could move would have.
_OFTEN = 3


def match(evidence: Evidence) -> Finding | None:
    return _stuck_in_loop(evidence) or _still_in_graph(evidence) or _alike_in_fit(evidence)


def _stuck_in_loop(evidence: Evidence) -> Finding | None:
    """Weights of a loop of one's own that were one number, with no slope, however often it looked."""
    for line in dict.fromkeys(call.line for call in evidence.calls_of(GRADIENT)):
        asked = [call for call in evidence.calls_of(GRADIENT) if call.line == line]
        places = set(asked[0].arguments.get("stuck", ()))
        for call in asked[1:]:
            places &= set(call.arguments.get("stuck", ()))
        if places and len(asked) >= _OFTEN:
            return _of_weight(
                evidence.source,
                line,
                min(places),
                f"in {len(asked)} steps of line {line} their gradient was zero each time",
            )
    return None


def _still_in_graph(evidence: Evidence) -> Finding | None:
    """The same of steps that run as a graph, in which gradients have no values to look at."""
    for call in evidence.calls_of(STILL):
        told = f"{call.arguments['steps']} steps of line {call.line} have not moved them"
        return _of_weight(evidence.source, call.line, min(call.arguments["stuck"]), told)
    return None


def _of_weight(source: Source, line: int, place: int, told: str) -> Finding:
    name, made = _weight(source, line, place)
    return Finding(
        line=made or line,
        about=name,
        evidence=f"all numbers of {name or 'a weight'} are the same, and {told}",
        change="begin with random numbers, such as tf.random.normal(shape, stddev=0.1); biases may be zero",
    )


def _weight(source: Source, line: int, place: int) -> tuple[str, int]:
    """What the weight is called whose gradient is asked for, and where it was made; "" and 0 if not seen."""
    asked = call_at(source, line, "gradient")
    sources = given(asked, "sources", 1) if asked else None
    if isinstance(sources, ast.Name):
        sources = value_of(source, sources.id, before=line)
    listed = sources.elts if isinstance(sources, ast.List | ast.Tuple) else []
    one = listed[place] if place < len(listed) else None
    made = value_of(source, one.id, before=line) if isinstance(one, ast.Name) else None
    return (dotted_name(one) if one else ""), (made.lineno if made else 0)


def _alike_in_fit(evidence: Evidence) -> Finding | None:
    if any(evidence.source.calls(name) for name in _GIVEN_LATER):
        return None
    for fit in evidence.fits:
        following = consumers(fit.model.layers)
        for layer in fit.model.layers:
            told = _told(layer, following.get(layer.name, ())) if _is_alike(layer) else ""
            if told:
                return Finding(
                    line=layer_line(evidence.source, fit.model, layer),
                    about=layer.name,
                    evidence=f"the {_units(layer)} units of {layer.kind} begin with the same weights "
                    f"({layer.config['kernel_initializer']}){told}",
                    change="leave kernel_initializer out; keras.utils.set_random_seed makes a run repeatable",
                )
    return None


def _told(layer: Layer, following: Sequence[Layer]) -> str:
    """Why the units of a hidden layer cannot become different; empty when they can."""
    if not following or {one.kind for one in following} & set(_ADDED):
        return ""
    if (
        layer.config.get("kernel_initializer") == "Zeros"
        and layer.config.get("activation") == "relu"
    ):
        return ", and where relu gives zero it gets no gradient"
    if any(one.config.get("kernel_initializer") in _ALL_ALIKE for one in following):
        return ", and so do those behind it: all of them get the same gradient"
    return ""


def _is_alike(layer: Layer) -> bool:
    alike = layer.config.get("kernel_initializer") in _ALL_ALIKE
    return alike and layer.trainable and _units(layer) > 1


def _units(layer: Layer) -> int:
    units = layer.config.get("units", layer.config.get("filters"))
    return units if isinstance(units, int) else 0
