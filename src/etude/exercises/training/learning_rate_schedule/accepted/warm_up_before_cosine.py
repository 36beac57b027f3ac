"""A warm-up put before Keras's own cosine."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

EPOCHS, WARM_UP_EPOCHS, BATCH = 5, 1, 20
PEAK, LAST = 0.01, 0.0001


class WarmUp(keras.optimizers.schedules.LearningRateSchedule):
    """Climbs in `steps` steps to where another schedule begins."""

    def __init__(self, steps, then):
        self.steps = steps
        self.then = then

    def __call__(self, step):
        step = tf.cast(step, tf.float32)
        return tf.cond(
            step < self.steps, lambda: PEAK * step / self.steps, lambda: self.then(step - self.steps)
        )


def build_schedule(steps_per_epoch, epochs, warm_up_epochs):
    """The learning rate of every step: from 0 up to PEAK, then down to LAST."""
    total = steps_per_epoch * epochs
    warm_up = steps_per_epoch * warm_up_epochs
    cosine = keras.optimizers.schedules.CosineDecay(PEAK, total - warm_up, alpha=LAST / PEAK)
    return WarmUp(float(warm_up), cosine)


keras.utils.set_random_seed(1)
stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:400] / 255.0, stored["labels"][:400]

schedule = build_schedule(len(pictures) // BATCH, EPOCHS, WARM_UP_EPOCHS)
model = keras.Sequential(
    [keras.Input((28, 28)), layers.Flatten(), layers.Dense(32, activation="relu"), layers.Dense(10)]
)
model.compile(
    optimizer=keras.optimizers.Adam(schedule),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(pictures, labels, batch_size=BATCH, epochs=EPOCHS, verbose=0)
print("loss of each epoch:", [round(loss, 2) for loss in history.history["loss"]])
