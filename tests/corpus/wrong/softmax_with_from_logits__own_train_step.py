"""A training step of its own asks for logits, and its network ends in softmax; Keras only warns."""
import numpy as np
import tensorflow as tf
from tensorflow import keras

rng = np.random.default_rng(2)
proto = rng.random((10, 32, 32, 3))
y_train = rng.integers(0, 10, 1000)
x_train = (0.7 * proto[y_train] + 0.3 * rng.random((1000, 32, 32, 3))).astype('float32')


class CustomModel(keras.Model):
    def __init__(self):
        super().__init__()
        self.conv = keras.layers.Conv2D(16, 3, strides=2, activation='relu')
        self.flat = keras.layers.Flatten()
        self.out = keras.layers.Dense(10, activation='softmax')
        self.loss_object = keras.losses.SparseCategoricalCrossentropy(from_logits=True)  # diagnosis: softmax_with_from_logits
        self.acc = keras.metrics.SparseCategoricalAccuracy()

    def call(self, x):
        return self.out(self.flat(self.conv(x)))

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.loss_object(y, y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.acc.update_state(y, y_pred)
        return {"sparse_categorical_accuracy": self.acc.result()}

    @property
    def metrics(self):
        return [self.acc]


model = CustomModel()
model.compile(optimizer=keras.optimizers.SGD(0.01))
model.fit(x_train, y_train, epochs=6, batch_size=32)
