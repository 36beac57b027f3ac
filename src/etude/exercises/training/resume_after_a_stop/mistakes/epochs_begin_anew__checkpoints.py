"""The checkpoint holds model and optimizer, and no epoch."""

import keras
import numpy as np
import tensorflow as tf


def train(model, data, epochs, folder):
    measure = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    checkpoint = tf.train.Checkpoint(model=model, optimizer=model.optimizer)
    manager = tf.train.CheckpointManager(checkpoint, folder, max_to_keep=2)
    checkpoint.restore(manager.latest_checkpoint)
    for _ in range(epochs):  # diagnosis: epochs_begin_anew
        for x, y in data:
            with tf.GradientTape() as tape:
                loss = measure(y, model(x, training=True))
            gradients = tape.gradient(loss, model.trainable_variables)
            model.optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        manager.save()
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
