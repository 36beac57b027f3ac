"""Learns to tell ten kinds of clothes apart, with a learning rate that falls along a cosine.

TODO: the loss hardly falls after the first epoch. Find the one thing that is wrong.
"""

import keras
import numpy as np
from keras import layers

EPOCHS, BATCH = 15, 20

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:400] / 255.0, stored["labels"][:400]

schedule = keras.optimizers.schedules.CosineDecay(0.05, decay_steps=EPOCHS)
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
