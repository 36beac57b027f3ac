"""A step inside tf.function; sums over examples instead of metrics."""

import keras
import numpy as np
import tensorflow as tf


def train(model, data, validation_data, epochs):
    optimizer = model.optimizer
    optimizer.build(model.trainable_variables)  # its own variables are made before the trace
    every = keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="none")

    @tf.function(reduce_retracing=True)
    def step(x, y):
        with tf.GradientTape() as tape:
            outputs = model(x, training=True)
            losses = every(y, outputs)  # (batch,)
            loss = tf.reduce_mean(losses)
        slopes = tape.gradient(loss, model.trainable_weights)
        optimizer.apply(slopes, model.trainable_weights)
        return losses, hits(y, outputs)

    def hits(y, outputs):
        return tf.cast(tf.argmax(outputs, axis=-1) == tf.cast(y, tf.int64), tf.float32)

    logs = {name: [] for name in ("loss", "accuracy", "val_loss", "val_accuracy")}
    for _ in range(epochs):
        seen = [step(x, y) for x, y in data]
        logs["loss"].append(tf.reduce_mean(tf.concat([one for one, _ in seen], axis=0)).numpy())
        logs["accuracy"].append(tf.reduce_mean(tf.concat([one for _, one in seen], axis=0)).numpy())
        judged = [(y, model(x, training=False)) for x, y in validation_data]
        logs["val_loss"].append(np.mean(np.concatenate([every(y, o) for y, o in judged])))
        logs["val_accuracy"].append(np.mean(np.concatenate([hits(y, o) for y, o in judged])))
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
            keras.layers.Dense(10),
        ]
    )
    classifier.compile(optimizer=keras.optimizers.SGD(0.1))
    for name, series in train(classifier, batches.skip(3), batches.take(3), epochs=3).items():
        print(name, series)
