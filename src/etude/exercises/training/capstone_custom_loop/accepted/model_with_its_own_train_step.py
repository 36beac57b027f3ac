"""A class holds the loop; validation by evaluate, the best weights in a file."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(2)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"], stored["labels"].astype("int32")
validation_pictures, validation_labels = pictures[9000:], labels[9000:]
data = tf.data.Dataset.from_tensor_slices((pictures[:9000], labels[:9000]))
data = data.shuffle(9000).batch(50, drop_remainder=True).prefetch(2)


def build():
    inputs = keras.Input((28, 28))
    x = layers.Reshape((28, 28, 1))(inputs)
    x = layers.Rescaling(1 / 255)(x)
    x = layers.Conv2D(24, 5, strides=2, activation="relu", padding="same")(x)
    x = layers.BatchNormalization()(x)
    x = layers.Conv2D(32, 3, strides=2, activation="relu", padding="same")(x)
    x = layers.Flatten()(x)
    x = layers.Dropout(0.3)(x)
    model = keras.Model(inputs, layers.Dense(10)(x))
    model.compile(
        optimizer=keras.optimizers.Adam(0.002),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


class Trainer:
    def __init__(self, model):
        self.model = model
        self.accuracies = []

    @tf.function
    def step(self, x, y):
        with tf.GradientTape() as tape:
            loss = self.model.compute_loss(y=y, y_pred=self.model(x, training=True))
        weights = self.model.trainable_variables
        self.model.optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
        return loss

    def run(self, epochs):
        for _ in range(epochs):
            losses = [self.step(x, y) for x, y in data]
            _, reached = self.model.evaluate(validation_pictures, validation_labels, verbose=0)
            print(f"loss {np.mean(losses):.3f}, validation {reached:.3f}")
            self.accuracies.append(reached)
            if reached == max(self.accuracies):
                self.model.save_weights("best.weights.h5")
        self.model.load_weights("best.weights.h5")
        return self.accuracies


model = build()
accuracies = Trainer(model).run(epochs=5)
validation_accuracy = max(accuracies)
model.save("clothes.keras")
