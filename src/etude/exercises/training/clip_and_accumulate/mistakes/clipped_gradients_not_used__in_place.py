"""As if clipping changed the gradients in place."""

import keras
import numpy as np
import tensorflow as tf

BATCHES_PER_STEP = 4
LARGEST_NORM = 3.0


def train(model, data, epochs):
    """Takes one step for BATCHES_PER_STEP batches, with gradients of at most LARGEST_NORM."""
    measure = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    for _ in range(epochs):
        waiting = []  # the gradients of each batch since the last step
        for x, y in data:
            with tf.GradientTape() as tape:
                loss = measure(y, model(x, training=True))
            waiting.append(tape.gradient(loss, model.trainable_variables))
            if len(waiting) == BATCHES_PER_STEP:
                means = [sum(of_weight) / BATCHES_PER_STEP for of_weight in zip(*waiting)]
                tf.clip_by_global_norm(means, LARGEST_NORM)  # diagnosis: clipped_gradients_not_used
                model.optimizer.apply_gradients(zip(means, model.trainable_variables))
                waiting = []


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
