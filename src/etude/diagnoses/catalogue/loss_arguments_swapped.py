"""
A cross-entropy is called with the outputs first and the labels second.

## Why it hurts
Losses of Keras want `loss(labels, outputs)`. The other way round it takes the labels, zeros and ones, for predictions and the
outputs for probabilities of classes. The number that comes out falls as the network becomes sure of anything, so the
loss goes down while accuracy does not come up.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    features = np.random.default_rng(0).normal(size=(24, 4)).astype("float32")
    labels = keras.utils.to_categorical(np.arange(24) % 3, 3)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    loss_of = keras.losses.CategoricalCrossentropy()
    optimizer = keras.optimizers.Adam()

    with tf.GradientTape() as tape:
        outputs = model(features, training=True)
        loss = loss_of(outputs, labels)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    features = np.random.default_rng(0).normal(size=(24, 4)).astype("float32")
    labels = keras.utils.to_categorical(np.arange(24) % 3, 3)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    loss_of = keras.losses.CategoricalCrossentropy()
    optimizer = keras.optimizers.Adam()

    with tf.GradientTape() as tape:
        outputs = model(features, training=True)
        loss = loss_of(labels, outputs)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.heads import CROSS_ENTROPIES

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-3", "dev-2")
GUIDE = "TensorFlow guide: Writing a training loop from scratch"
EXPLAINS = ("logits_without_from_logits", "one_hot_labels_with_sparse_loss")


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("Loss.call"):
        loss = call.arguments["loss"]
        if call.arguments.get("labels_are_output") and loss in CROSS_ENTROPIES:
            return Finding(
                line=call.line,
                about=loss,
                evidence=f"the first argument of {loss} in line {call.line}, the labels, is what the model "
                "has just given",
                change="the labels come first: loss(labels, outputs)",
            )
    return None
