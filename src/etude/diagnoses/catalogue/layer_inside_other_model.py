"""
A layer is asked for by a name that the model does not have: it is inside one of its layers, or spelt otherwise.

## Why it hurts
A network that is added to another, as a backbone is, becomes one layer of it. `get_layer` looks at the layers of the model
itself and not inside them, so it does not find `block5_conv3` in a model whose layers are the backbone, a pooling and a head.

## Example
    import keras

    backbone = keras.Sequential(
        [keras.Input((8, 8, 3)), keras.layers.Conv2D(4, 3, name="last_conv")], name="backbone"
    )
    model = keras.Sequential([backbone, keras.layers.Flatten(), keras.layers.Dense(2)])

    features = model.get_layer("last_conv").output

## Instead
    import keras

    backbone = keras.Sequential(
        [keras.Input((8, 8, 3)), keras.layers.Conv2D(4, 3, name="last_conv")], name="backbone"
    )
    model = keras.Sequential([backbone, keras.layers.Flatten(), keras.layers.Dense(2)])

    features = model.get_layer("backbone").get_layer("last_conv").output
"""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Layer

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "model-14")
GUIDE = "TensorFlow guide: the functional API"
EXPLAINS = ()

_NOT_FOUND = re.compile(r"No such layer: (?P<name>[^.]+)\. Existing layers are: (?P<known>\[.*\])")
_NO_PLACE = re.compile(
    r"retrieve layer at index (?P<index>-?\d+) but model only has (?P<layers>\d+)"
)
_QUOTED = re.compile(r"'([^']*)'")
_MOST_NAMED = 6


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is not None and (place := _NO_PLACE.search(error.message)):
        return _out_of_places(error.line, int(place["index"]), int(place["layers"]))
    told = _NOT_FOUND.search(error.message) if error else None
    if error is None or told is None:
        return None
    name, known = told["name"], _QUOTED.findall(told["known"])
    if name.isdecimal():
        return _place_for_name(error.line, name, known)
    holder = next(_holders(evidence, name, known), "")
    return Finding(
        line=error.line,
        about=name,
        evidence=f"the model has the layers {_told(known)}, and none of them is called {name}"
        + (f": that one is inside {holder}" if holder else ""),
        change=_change(name, known, holder),
    )


def _out_of_places(line: int, index: int, layers: int) -> Finding:
    return Finding(
        line=line,
        about=str(index),
        evidence=f"layer {index} is asked for, and the model has {layers}, counted from 0; in a Sequential the Input is none of them",
        change=f"get_layer(index={layers - 1}) for the last; a name holds better: get_layer(name)",
    )


def _place_for_name(line: int, name: str, known: Sequence[str]) -> Finding:
    close = known[int(name)] if int(name) < len(known) else known[-1]
    return Finding(
        line=line,
        about=name,
        evidence=f"get_layer({name}) takes {name} for a name, and the model has the layers {_told(known)}",
        change=f'get_layer(index={name}), or get_layer("{close}")',
    )


def _holders(evidence: Evidence, name: str, known: Sequence[str]) -> Iterator[str]:
    """Layers of the model that are models themselves and have a layer of this name.

    A network may be recorded as a layer of the model, or only as a model of its own.
    """
    for model in evidence.models:
        for layer in model.layers:
            if layer.name in known and _has(layer.layers, name):
                yield layer.name
    for model in evidence.models:
        if model.name in known and _has(model.layers, name):
            yield model.name


def _has(layers: Sequence[Layer], name: str) -> bool:
    return any(layer.name == name for layer in layers)


def _change(name: str, known: Sequence[str], holder: str) -> str:
    if holder:
        return f'get_layer("{holder}").get_layer("{name}"): first the network, then its layer'
    close = get_close_matches(name, known, n=1)
    if close:
        return f'did you mean get_layer("{close[0]}")? Names are counted on as layers are made'
    return (
        "look at the names in model.summary(expand_nested=True); give the layer a name= of its own"
    )


def _told(known: Sequence[str]) -> str:
    shown = ", ".join(known[:_MOST_NAMED])
    return f"{shown}, ..." if len(known) > _MOST_NAMED else shown
