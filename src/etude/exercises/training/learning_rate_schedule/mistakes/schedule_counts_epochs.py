"""Epochs, where the schedule counts steps."""

import keras
import numpy as np
from keras import layers

EPOCHS, WARM_UP_EPOCHS, BATCH = 5, 1, 20
PEAK, LAST = 0.01, 0.0001


def build_schedule(steps_per_epoch, epochs, warm_up_epochs):
    """The learning rate of every step: from 0 up to PEAK, then down to LAST."""
    return keras.optimizers.schedules.CosineDecay(
        initial_learning_rate=0.0,
        warmup_target=PEAK,
        warmup_steps=warm_up_epochs,
        decay_steps=epochs - warm_up_epochs,  # diagnosis: schedule_counts_epochs
        alpha=LAST / PEAK,  # what is left at the end, as a share of the peak
    )


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
