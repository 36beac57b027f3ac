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

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.refusals import of_tokens, refused_sizes
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("text-2", "series-2", "model-7")
GUIDE = "Keras API: Timeseries data loading"
EXPLAINS = ()

_WINDOWS = 3  # rows, steps, features


def match(evidence: Evidence) -> Finding | None:
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
