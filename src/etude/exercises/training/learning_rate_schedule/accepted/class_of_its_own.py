"""The whole curve in a class of its own."""

import keras
import numpy as np
from keras import layers

EPOCHS, WARM_UP_EPOCHS, BATCH = 5, 1, 20
PEAK, LAST = 0.01, 0.0001


class ClimbAndFall(keras.optimizers.schedules.LearningRateSchedule):
    """A straight climb to the peak, then half a cosine."""

    def __init__(self, climb, fall):
        self.climb = climb
        self.fall = fall

    def __call__(self, step):
        step = keras.ops.cast(step, "float32")
        part = keras.ops.clip((step - self.climb) / self.fall, 0.0, 1.0)
        falling = LAST + (PEAK - LAST) * (1 + keras.ops.cos(np.pi * part)) / 2
        return keras.ops.where(step < self.climb, PEAK * step / self.climb, falling)


def build_schedule(steps_per_epoch, epochs, warm_up_epochs):
    """The learning rate of every step: from 0 up to PEAK, then down to LAST."""
    climb = warm_up_epochs * steps_per_epoch
    return ClimbAndFall(climb, epochs * steps_per_epoch - climb)


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
