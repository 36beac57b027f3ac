"""Builds the small classifiers that étude gives to exercises."""

from typing import Any

import keras

from etude.checks.values import SmallModel

NAME = "classifier"


def build_small_model(wanted: SmallModel) -> Any:
    """A compiled model with seeds of its own: it takes no random number from the learner."""
    layers = [keras.Input(wanted.shape), keras.layers.Flatten(name="flatten")]
    for i, units in enumerate(wanted.hidden):
        layers.append(_dense(units, f"hidden_{i + 1}", seed=wanted.seed + i + 1, activation="relu"))
        if wanted.normalised:
            # A short memory, so that a few steps show whether its averages move.
            layers.append(keras.layers.BatchNormalization(momentum=0.8, name=f"normal_{i + 1}"))
    layers.append(_dense(wanted.classes, "logits", seed=wanted.seed))
    model = keras.Sequential(layers, name=NAME)
    model.compile(
        optimizer=_optimizer(wanted),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def _dense(units: int, name: str, *, seed: int, activation: str | None = None) -> Any:
    weights = keras.initializers.GlorotUniform(seed=seed)
    return keras.layers.Dense(units, activation=activation, kernel_initializer=weights, name=name)


def _optimizer(wanted: SmallModel) -> Any:
    if wanted.optimizer == "adam":
        return keras.optimizers.Adam(wanted.learning_rate)
    return keras.optimizers.SGD(wanted.learning_rate, momentum=wanted.momentum)
