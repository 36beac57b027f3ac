"""The losses are divided beforehand, the sums are kept in variables, and the norm is made by hand."""

import keras
import numpy as np
import tensorflow as tf

BATCHES_PER_STEP = 4
LARGEST_NORM = 3.0


def train(model, data, epochs):
    measure = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    weights = model.trainable_variables
    sums = [tf.Variable(tf.zeros(weight.shape), trainable=False) for weight in weights]

    def step():
        norm = tf.sqrt(tf.add_n([tf.reduce_sum(total**2) for total in sums]))
        factor = LARGEST_NORM / tf.maximum(norm, LARGEST_NORM)
        model.optimizer.apply([total * factor for total in sums], weights)
        for total in sums:
            total.assign(tf.zeros_like(total))

    for number, (x, y) in enumerate(data.repeat(epochs), start=1):
        with tf.GradientTape() as tape:
            loss = measure(y, model(x, training=True)) / BATCHES_PER_STEP
        for total, gradient in zip(sums, tape.gradient(loss, weights)):
            total.assign_add(gradient)
        if number % BATCHES_PER_STEP == 0:
            step()


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:640] / np.float32(255), stored["labels"][:640]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(16)

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
    classifier.compile(
        optimizer=keras.optimizers.SGD(0.2),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    train(classifier, batches, epochs=5)
    print(classifier.evaluate(batches, return_dict=True, verbose=0))
