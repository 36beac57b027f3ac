"""The cosine in a class of its own, which is told epochs and batches."""

import math

import keras
import numpy as np
from keras import layers

EPOCHS, BATCH = 15, 20

class HalfCosine(keras.optimizers.schedules.LearningRateSchedule):
    """Falls from `highest` to 0 in this many epochs."""

    def __init__(self, highest, epochs, batches):
        self.highest = highest
        self.steps = epochs * batches

    def __call__(self, step):
        part = keras.ops.minimum(keras.ops.cast(step, "float32") / self.steps, 1.0)
        return self.highest * (1 + keras.ops.cos(np.pi * part)) / 2


keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:400] / 255.0, stored["labels"][:400]

schedule = HalfCosine(0.05, EPOCHS, math.ceil(len(pictures) / BATCH))
model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.SGD(schedule),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(pictures, labels, batch_size=BATCH, epochs=EPOCHS, verbose=0)

losses = history.history["loss"]
print("loss of each epoch:", ", ".join(f"{loss:.2f}" for loss in losses))
print(f"learning rate after the last one: {float(model.optimizer.learning_rate):.4f}")
