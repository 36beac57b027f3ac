"""Word by word translator with padding left out of the loss."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
WORDS, STEPS = 24, 7
partner = rng.permutation(np.arange(1, WORDS))
read, write = np.zeros((600, STEPS), int), np.zeros((600, STEPS), int)
for i in range(600):
    n = rng.integers(3, STEPS + 1)
    read[i, :n] = rng.integers(1, WORDS, n)
    write[i, :n] = partner[read[i, :n] - 1]


def masked_loss(y_true, y_pred):
    y_true = tf.cast(y_true, "int32")
    loss = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y_true, logits=y_pred)
    mask = tf.cast(y_true != 0, "float32")
    return tf.reduce_sum(loss * mask) / tf.reduce_sum(mask)


inputs = layers.Input((None,), dtype="int32")
x = layers.Embedding(WORDS, 32, mask_zero=True)(inputs)
x = layers.GRU(32, return_sequences=True)(x)
outputs = layers.TimeDistributed(layers.Dense(WORDS))(x)
model = tf.keras.Model(inputs, outputs)
model.compile(tf.keras.optimizers.Adam(0.005), masked_loss)
model.fit(read, write, batch_size=32, epochs=4, verbose=2)
