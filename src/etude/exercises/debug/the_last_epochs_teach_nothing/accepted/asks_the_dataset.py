"""Batches come from a dataset, which knows how many it has."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

EPOCHS, BATCH = 15, 20

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:400] / 255.0, stored["labels"][:400]

data = tf.data.Dataset.from_tensor_slices((pictures, labels)).shuffle(400, seed=1).batch(BATCH)
schedule = keras.optimizers.schedules.CosineDecay(0.05, decay_steps=EPOCHS * len(data))
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
history = model.fit(data, epochs=EPOCHS, verbose=0)

losses = history.history["loss"]
print("loss of each epoch:", ", ".join(f"{loss:.2f}" for loss in losses))
print(f"learning rate after the last one: {float(model.optimizer.learning_rate):.4f}")
