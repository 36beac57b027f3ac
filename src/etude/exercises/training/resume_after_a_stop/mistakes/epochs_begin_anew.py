"""Everything is loaded, and all epochs are trained on top of it."""

import os

import keras
import numpy as np
import tensorflow as tf


def train(model, data, epochs, folder):
    os.makedirs(folder, exist_ok=True)
    kept = f"{folder}/last.keras"
    if os.path.exists(kept):
        model = keras.models.load_model(kept)
    model.fit(data, epochs=epochs, verbose=0)  # diagnosis: epochs_begin_anew
    model.save(kept)
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
