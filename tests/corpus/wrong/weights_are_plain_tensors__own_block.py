"""Custom layer: model.summary() shows no parameters for it and accuracy stays at 50 %."""
import numpy as np
import tensorflow as tf

class Block(tf.keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units

    def call(self, x):
        w = tf.random.normal((x.shape[-1], self.units), stddev=0.1)  # diagnosis: weights_are_plain_tensors
        b = tf.zeros((self.units,))
        return tf.nn.relu(tf.matmul(x, w) + b)

rs = np.random.RandomState(5)
X = rs.rand(700, 20).astype("float32")
y = (X[:, :10].sum(1) > X[:, 10:].sum(1)).astype(int)

model = tf.keras.Sequential([Block(64), Block(32), tf.keras.layers.Dense(2, activation="softmax")])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=8, batch_size=32, verbose=2)
model.summary()
