"""Reads rows of letters with CTC."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers
chars = list("abcdefgh")
rng = np.random.default_rng(8)
n, T, L = 200, 24, 5
labels = rng.integers(0, len(chars), (n, L))
proto = rng.normal(size=(len(chars), 10))
x = np.repeat(proto[labels], 4, axis=1)
x = np.concatenate([x, np.zeros((n, T - 4 * L, 10))], axis=1) + rng.normal(0, .1, (n, T, 10))
x = x.astype("float32")
inputs = layers.Input((T, 10))
h = layers.Bidirectional(layers.LSTM(32, return_sequences=True))(inputs)
outputs = layers.Dense(len(chars) + 1, activation="softmax")(h)
model = tf.keras.Model(inputs, outputs)
def ctc_loss(y_true, y_pred):
    batch = tf.shape(y_true)[0]
    input_length = tf.ones((batch, 1), dtype="int32") * tf.shape(y_pred)[1]
    label_length = tf.ones((batch, 1), dtype="int32") * tf.shape(y_true)[1]
    return tf.keras.backend.ctc_batch_cost(y_true, y_pred, input_length, label_length)
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss=ctc_loss)
model.fit(x, labels, epochs=12, batch_size=20, verbose=2)
