"""A small student learns from the softened answers of a larger teacher."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

x = rng.normal(size=(300, 8)).astype("float32")
y = np.argmax(x[:, :3], axis=1)


def mlp(width):
    return keras.Sequential([
        keras.Input((8,)), keras.layers.Dense(width, activation="relu"), keras.layers.Dense(3)
    ])


teacher = mlp(64)
hard = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
teacher.compile(keras.optimizers.Adam(0.01), hard, metrics=["accuracy"])
teacher.fit(x, y, epochs=8, verbose=0)
teacher.trainable = False


class Distiller(keras.Model):
    def __init__(self, student, teacher, temperature=3.0):
        super().__init__()
        self.student, self.teacher, self.temperature = student, teacher, temperature

    def call(self, inputs, training=None):
        return self.student(inputs, training=training)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        soft = tf.nn.softmax(self.teacher(x, training=False) / self.temperature)
        own = tf.nn.log_softmax(y_pred / self.temperature)
        return hard(y, y_pred) - tf.reduce_mean(tf.reduce_sum(soft * own, axis=-1))


pupil = Distiller(mlp(8), teacher)
pupil.compile(keras.optimizers.Adam(0.02), metrics=["accuracy"])
pupil.fit(x, y, epochs=8, verbose=0)
