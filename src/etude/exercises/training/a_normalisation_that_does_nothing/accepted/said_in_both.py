"""The method call of the model, and the flag in validation too."""

import keras
import numpy as np
import tensorflow as tf


def train(model, data, validation_data, epochs):
    """Learns from every batch of data, epochs times; returns four lists of numbers."""
    measure = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    mean_loss = keras.metrics.Mean()
    accuracy = keras.metrics.SparseCategoricalAccuracy()
    logs = {"loss": [], "accuracy": [], "val_loss": [], "val_accuracy": []}

    for _ in range(epochs):
        mean_loss.reset_state()
        accuracy.reset_state()
        for x, y in data:
            with tf.GradientTape() as tape:
                outputs = model.call(x, training=True)
                loss = measure(y, outputs)
            gradients = tape.gradient(loss, model.trainable_variables)
            model.optimizer.apply_gradients(zip(gradients, model.trainable_variables))
            mean_loss.update_state(loss, sample_weight=len(x))
            accuracy.update_state(y, outputs)
        logs["loss"].append(float(mean_loss.result()))
        logs["accuracy"].append(float(accuracy.result()))

        mean_loss.reset_state()
        accuracy.reset_state()
        for x, y in validation_data:
            outputs = model(x, training=False)
            mean_loss.update_state(measure(y, outputs), sample_weight=len(x))
            accuracy.update_state(y, outputs)
        logs["val_loss"].append(float(mean_loss.result()))
        logs["val_accuracy"].append(float(accuracy.result()))
    return logs


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:1000] / np.float32(255), stored["labels"][:1000]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(64)

    keras.utils.set_random_seed(1)
    classifier = keras.Sequential(
        [
            keras.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(12, activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(10),
        ]
    )
    classifier.compile(optimizer=keras.optimizers.SGD(0.1))
    for name, series in train(classifier, batches.skip(3), batches.take(3), epochs=3).items():
        print(name, series)
