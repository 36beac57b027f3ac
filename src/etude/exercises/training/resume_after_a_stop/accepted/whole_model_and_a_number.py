"""The whole model in one file, and the number of its epochs beside it."""

import json
import os
from pathlib import Path

import keras
import numpy as np
import tensorflow as tf


def train(model, data, epochs, folder):
    kept, count = Path(folder, "last.keras"), Path(folder, "epochs.json")
    done = 0
    if kept.exists():
        model = keras.models.load_model(kept)  # compiled as it was, optimizer included
        done = json.loads(count.read_text())
    os.makedirs(folder, exist_ok=True)
    for epoch in range(done, epochs):
        model.fit(data, initial_epoch=epoch, epochs=epoch + 1, verbose=0)
        model.save(kept)
        count.write_text(json.dumps(epoch + 1))
    return model


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:1000] / np.float32(255), stored["labels"][:1000]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(50)

    for epochs in (2, 5):
        classifier = keras.Sequential(
            [
                keras.Input((28, 28)),
                keras.layers.Flatten(),
                keras.layers.Dense(16, activation="relu"),
                keras.layers.Dense(10),
            ],
            name="classifier",
        )
        classifier.compile(
            optimizer=keras.optimizers.Adam(0.01),
            loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            metrics=["accuracy"],
        )
        trained = train(classifier, batches, epochs, "kept")
        print(epochs, "epochs:", trained.evaluate(batches, return_dict=True, verbose=0))
