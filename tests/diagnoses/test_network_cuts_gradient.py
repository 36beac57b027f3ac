"""Layers behind something without a slope."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import network_cuts_gradient as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding
from etude.domain.observations import Layer, ShownWarning

WARNED = ShownWarning(message="Gradients do not exist for variables ['dense/kernel'] when", line=9)
LOSS = "sparse_categorical_crossentropy"
CHOOSES = "chosen = Lambda(lambda one: tf.argmax(one, axis=-1))(kinds)\n"


def _seen(*layers: Layer, program: str = CHOOSES) -> Finding | None:
    run = fit(model(*layers, loss=LOSS), labels=integers(0, 1))
    return diagnosis.match(evidence(fits=[run], program=program, warnings=[WARNED]))


@pytest.mark.parametrize(
    ("cut", "program"),
    [
        (layer("Lambda", line=1), CHOOSES),
        (
            layer("Lambda", line=3),
            "def choose(one):\n    return K.argmax(one)\nx = Lambda(choose)(kinds)\n",
        ),
        (layer("Argmax", line=1), "chosen = keras.ops.argmax(kinds)\n"),
    ],
    ids=["a lambda", "a function", "an operation"],
)
def test_fires_at_the_layer_that_cuts(cut: Layer, program: str) -> None:
    finding = _seen(dense(20, "softmax"), cut, dense(4, "softmax"), program=program)

    assert finding is not None
    assert finding.line == cut.line
    assert (
        finding.evidence == "dense leads to the output only through argmax, which has no gradient"
    )


@pytest.mark.parametrize(
    "layers",
    [
        (dense(20, "softmax"), layer("Lambda", line=2), dense(4)),
        (layer("Lambda", line=1), dense(4)),
        (dense(20, "softmax"), layer("Lambda", line=1)),
    ],
    ids=["another lambda", "nothing to train before it", "the answer itself"],
)
def test_is_silent_on(layers: tuple[Layer, ...]) -> None:
    assert _seen(*layers, program=CHOOSES + "halved = Lambda(lambda one: one / 2)(kinds)\n") is None


def test_is_silent_when_another_way_leads_around_it() -> None:
    cut, first, last = layer("Argmax", line=1), dense(20), dense(4)
    built = model(first, cut, last, loss=LOSS)
    *before, behind = built.layers
    behind = replace(behind, calls=[[one.name for one in before]])
    around = replace(built, layers=[*before, behind])

    run = fit(around, labels=integers(0, 1))
    assert diagnosis.match(evidence(fits=[run], warnings=[WARNED])) is None


def test_is_silent_when_keras_misses_no_gradient_as_with_a_straight_through_estimator() -> None:
    passes = "chosen = Lambda(lambda one: one + tf.stop_gradient(tf.round(one) - one))(kinds)\n"
    run = fit(model(dense(20), layer("Lambda", line=1), dense(4), loss=LOSS), labels=integers(0, 1))

    assert diagnosis.match(evidence(fits=[run], program=passes)) is None


SUBCLASS = """
class Chooses(keras.Model):
    def __init__(self):
        super().__init__()
        self.first = keras.layers.Dense(3)
        self.second = keras.layers.Dense(1)
        self.unused = keras.layers.Dense(2)

    def call(self, x):
        shares = self.first(x)
        aside = self.unused(x)
        {line}
        return self.second(chosen)

model = Chooses()
model.compile("sgd", "mse")
model.fit(x, y, verbose=0)
"""
UNDER_A_TAPE = """
encoder = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
decoder = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
optimizer = keras.optimizers.SGD(0.01)
for step in range(3):
    with tf.GradientTape() as tape:
        code = encoder(x)
        {line}
        loss = tf.reduce_mean(tf.square(decoder(chosen) - y[:, None]))
    weights = encoder.trainable_variables + decoder.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
"""
DATA = """
import keras
import numpy as np
import tensorflow as tf
x = np.ones((16, 4), "float32")
y = np.ones(16, "float32")
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("program", "line", "layer_name"),
    [
        (SUBCLASS, "chosen = tf.round(shares)", "dense"),
        (SUBCLASS, "chosen = tf.stop_gradient(shares)", "dense"),
        (SUBCLASS, "chosen = tf.cast(tf.cast(shares, tf.int32), tf.float32)", "dense"),
        (UNDER_A_TAPE, "chosen = tf.floor(code)", "sequential"),
        (UNDER_A_TAPE, "chosen = tf.constant(code.numpy())", "sequential"),
    ],
)
def test_fires_inside_code_of_ones_own(
    program: str, line: str, layer_name: str, evidence_of: Callable[[str], Evidence]
) -> None:
    finding = diagnosis.match(evidence_of(DATA + program.format(line=line)))

    assert finding is not None
    assert finding.evidence.startswith(f"{layer_name} leads to the result")


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("program", "line"),
    [
        (SUBCLASS, "chosen = shares; print(tf.round(aside))"),
        (UNDER_A_TAPE, "chosen = code + tf.stop_gradient(tf.round(code) - code)"),
    ],
    ids=["only shown", "straight through"],
)
def test_is_silent_inside_code_of_ones_own_on_what_is(
    program: str, line: str, evidence_of: Callable[[str], Evidence]
) -> None:
    assert diagnosis.match(evidence_of(DATA + program.format(line=line))) is None
