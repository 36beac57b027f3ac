"""evaluate measures what is only measured; a class holds the loop."""

import keras
import numpy as np
import tensorflow as tf


class Epochs:
    def __init__(self, model):
        self.model = model
        self.model.compile(
            optimizer=model.optimizer,
            loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
            metrics=["accuracy"],
        )
        self.losses, self.hits = [], []

    def learn(self, x, y):
        with tf.GradientTape() as tape:
            logits = self.model(x, training=True)
            loss = tf.reduce_mean(
                keras.losses.sparse_categorical_crossentropy(y, logits, from_logits=True)
            )
        gradients = tape.gradient(loss, self.model.trainable_variables)
        self.model.optimizer.apply_gradients(
            zip(gradients, self.model.trainable_variables, strict=True)
        )
        self.losses += [float(loss)] * len(y)
        self.hits += list(np.argmax(logits, axis=-1) == np.array(y))

    def tell(self):
        told = np.mean(self.losses), np.mean(self.hits)
        self.losses, self.hits = [], []
        return told


def train(model, data, validation_data, epochs):
    run, rows = Epochs(model), []
    for _ in range(epochs):
        for x, y in data:
            run.learn(x, y)
        rows.append((*run.tell(), *run.model.evaluate(validation_data, verbose=0)))
    names = ("loss", "accuracy", "val_loss", "val_accuracy")
    return dict(zip(names, map(list, zip(*rows))))


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
