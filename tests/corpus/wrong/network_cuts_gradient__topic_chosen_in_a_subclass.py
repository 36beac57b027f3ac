"""Keras warns that gradients do not exist for some variables. The word choice should be learned too."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.normal(size=(300, 6)).astype("float32")
y = (x[:, 0] * x[:, 1]).astype("float32")


class TopicModel(keras.Model):
    def __init__(self):
        super().__init__()
        self.topics = layers.Dense(5, activation="softmax")
        self.vectors = layers.Embedding(5, 8)
        self.answer = layers.Dense(1)

    def call(self, inputs):
        shares = self.topics(inputs)
        topic = tf.argmax(shares, axis=-1)  # diagnosis: network_cuts_gradient
        return self.answer(self.vectors(topic))


model = TopicModel()
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(x, y, epochs=4, verbose=2)
