"""
A training loop calls the model without `training=True`, so dropout and batch normalisation do not train.

## Why it hurts
`fit` tells the model that it is training; a loop of one's own must say so itself. Without it dropout drops
nothing and batch normalisation uses its running statistics, which then never move from where they began.
Nothing fails: the model overfits as if there were no dropout, or learns badly behind a normalisation that
normalises nothing.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    targets = 2 * inputs
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dropout(0.2), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)
    measure = keras.losses.MeanSquaredError()

    for step in range(3):
        with tf.GradientTape() as tape:
            loss = measure(targets, model(inputs))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    targets = 2 * inputs
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dropout(0.2), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)
    measure = keras.losses.MeanSquaredError()

    for step in range(3):
        with tf.GradientTape() as tape:
            loss = measure(targets, model(inputs, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""

from collections.abc import Mapping, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import (
    APPLY,
    MODEL_CALL,
    behaves_in_two_ways,
    forward_passes,
    optimizers_made,
)
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-3", "model-11")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = ("overfits",)


def match(evidence: Evidence) -> Finding | None:
    if not evidence.calls_of(APPLY):
        return None  # gradients that only show what a model looks at are taken without training
    models = {model.key: model for model in evidence.models}
    if (switched_off := _switched_off(evidence, models)) is not None:
        return switched_off
    said = {one.arguments["model"] for one, _ in forward_passes(evidence.calls) if _says(one)}
    for call, _ in forward_passes(evidence.calls):
        key = call.arguments["model"]
        model = models.get(key)
        layers = behaves_in_two_ways(model) if model is not None else []
        if model is not None and layers and not _says(call) and key not in said:
            names = ", ".join(dict.fromkeys(layer.kind for layer in layers))
            return Finding(
                line=call.line,
                evidence=f"{_told(model)} with {names} is called in line {call.line} to learn from, "
                "without training=True",
                change="call it with training=True inside the tape, and without it to evaluate",
                about=model.name,
                mild=_is_of_a_pair(evidence, layers),
            )
    return None


def _is_of_a_pair(evidence: Evidence, layers: Sequence[Layer]) -> bool:
    """Whether two networks learn against each other and dropout alone is idle: a judge without it is
    but a stricter one, and nobody is shown its answers.
    """
    drops = all("Dropout" in layer.kind for layer in layers)
    passes = [one.arguments for one in evidence.calls_of(MODEL_CALL)]
    players = {one["model"] for one in passes if one["taped"]}
    return drops and len(players) > 1 and len(optimizers_made(evidence.source)) > 1


def _switched_off(evidence: Evidence, models: Mapping[str, Model]) -> Finding | None:
    """False was said in every step: of running statistics it may be meant, of dropout it is not."""
    passes = [call for call, _ in forward_passes(evidence.calls)]
    trained = {loop.model.key for loop in evidence.loops}
    for key in trained & {call.arguments["model"] for call in passes}:
        said = [call.arguments["training"] for call in passes if call.arguments["model"] == key]
        model = models.get(key)
        drops = (
            [one for one in behaves_in_two_ways(model) if "Dropout" in one.kind] if model else []
        )
        if model is not None and drops and all(one is False for one in said):
            line = next(call.line for call in passes if call.arguments["model"] == key)
            return Finding(
                line=line,
                evidence=f"{_told(model)} with {drops[0].kind} is called in line {line} to learn from, with "
                "training=False",
                change="call it with training=True inside the tape, and with training=False to evaluate",
                about=model.name,
            )
    return None


def _says(call: object) -> bool:
    """Whether the call says if it is training; False on purpose keeps statistics as they are."""
    return getattr(call, "arguments", {}).get("training") is not None


def _told(model: Model) -> str:
    return f"the model {model.name}" if model.name else "the model"
