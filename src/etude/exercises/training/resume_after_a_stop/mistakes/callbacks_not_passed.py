"""The callback is made, and fit is not given it."""

import keras
import numpy as np
import tensorflow as tf


def train(model, data, epochs, folder):
    keep = keras.callbacks.BackupAndRestore(folder, delete_checkpoint=False)
    model.fit(data, epochs=epochs, verbose=0)  # diagnosis: callbacks_not_passed
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
