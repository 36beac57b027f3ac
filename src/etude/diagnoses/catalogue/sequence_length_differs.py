"""
Sequences have another length than the model was built for.

## Why it hurts
A model with `Input((100,))` takes rows of 100 tokens, one with `Input((30, 4))` windows of 30 steps, no others. New texts must be
padded and cut to the length of training, and a forecast needs as many past steps as a window had. A model with
`Input((None,))` takes any length, if no `Flatten` counts the steps.

## Example
    import keras
    import numpy as np

    words = keras.Input((20,))
    read = keras.layers.GlobalAveragePooling1D()(keras.layers.Embedding(50, 4)(words))
    model = keras.Model(words, keras.layers.Dense(1, activation="sigmoid")(read))

    new = keras.utils.pad_sequences([[4, 7, 2]], padding="post")
    print(model.predict(new, verbose=0))

## Instead
    import keras
    import numpy as np

    words = keras.Input((20,))
    read = keras.layers.GlobalAveragePooling1D()(keras.layers.Embedding(50, 4)(words))
    model = keras.Model(words, keras.layers.Dense(1, activation="sigmoid")(read))

    new = keras.utils.pad_sequences([[4, 7, 2]], maxlen=20, padding="post")
    print(model.predict(new, verbose=0))
"""

import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.refusals import of_tokens, refused_sizes
from etude.diagnoses.stops import inputs_of, stop
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("text-2", "series-2", "model-7")
GUIDE = "Keras API: Timeseries data loading"
EXPLAINS = ()

_SAID = re.compile(r"Dimensions must be equal|[Ii]ncompatible shapes|must have the same shape")
_WINDOWS = 3  # rows, steps, features


def match(evidence: Evidence) -> Finding | None:
    return _refused(evidence) or _let_through(evidence)


def _let_through(evidence: Evidence) -> Finding | None:
    """Windows of another length that only the loss refuses, since the layers take any number of steps."""
    ended = stop(evidence)
    if ended is None or not _SAID.search(ended.error.message) or len(ended.model.inputs) != 1:
        return None
    wanted = list(ended.model.inputs[0].shape or ())
    for data in ended.data:
        inputs = inputs_of(data)
        given = list(inputs[0].shape or ()) if len(inputs) == 1 else []
        if len(given) == len(wanted) == _WINDOWS and _differ_in_steps(given, wanted):
            return Finding(
                line=ended.line,
                about=data.role,
                evidence=f"the model was built for {wanted[1]} steps, and gets {given[1]} in {data.role}",
                change=f"cut windows of {wanted[1]} steps: series[i : i + {wanted[1]}] holds so many, from its first index "
                "to the one before its last",
            )
    return None


def _differ_in_steps(given: Sequence[int | None], wanted: Sequence[int | None]) -> bool:
    return None not in (given[1], wanted[1]) and given[1] != wanted[1] and given[2] == wanted[2]


def _refused(evidence: Evidence) -> Finding | None:
    shapes = refused_sizes(evidence)
    if shapes is None or evidence.error is None:
        return None
    tokens = of_tokens(evidence, shapes)
    windows = len(shapes.given) == _WINDOWS and shapes.given[-1] == shapes.wanted[-1]
    if not tokens and not windows:
        return None
    wanted, given = shapes.wanted[1], shapes.given[1]
    return Finding(
        line=evidence.error.line,
        evidence=f"the model was built for {wanted} {'tokens' if tokens else 'steps'}, and gets {given}",
        change=f"pad and cut to the length of training: pad_sequences(rows, maxlen={wanted})"
        if tokens
        else f"give it the last {wanted} steps, or build it for any number of them: "
        f"keras.Input((None, {shapes.wanted[-1]}))",
    )
