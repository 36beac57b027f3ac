"""Whatever folder is asked for, everything is kept in one."""

import os

import keras
import numpy as np
import tensorflow as tf

KEPT = "night"


def train(model, data, epochs, folder):
    """Trains until there have been so many epochs in all; returns the trained model."""
    os.makedirs(KEPT, exist_ok=True)
    weights, count = f"{KEPT}/last.weights.h5", f"{KEPT}/epochs.txt"
    done = 0
    if os.path.exists(weights):
        model.optimizer.build(model.trainable_variables)  # makes the numbers that are loaded next
        model.load_weights(weights)
        with open(count) as file:
            done = int(file.read())
    history = model.fit(data, initial_epoch=done, epochs=epochs, verbose=0)
    print("loss of each epoch:", [round(loss, 3) for loss in history.history["loss"]])
    model.save_weights(weights)
    with open(count, "w") as file:
        file.write(str(epochs))
    return model


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:1000] / np.float32(255), stored["labels"][:1000]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(50)

    for epochs in (3, 5):
        classifier = keras.Sequential(
            [
                keras.Input((28, 28)),
                keras.layers.Flatten(),
                keras.layers.Dense(12, activation="relu"),
                keras.layers.Dense(10),
            ],
            name="classifier",
        )
        classifier.compile(
            optimizer=keras.optimizers.Adam(0.01),
            loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            metrics=["accuracy"],
        )
        trained = train(classifier, batches, epochs, "night")
        print(epochs, "epochs:", trained.evaluate(batches, return_dict=True, verbose=0))
