"""The network told good reviews from bad ones; on nine topics of news its loss is -7, -60, -200."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import GRU, Embedding

WORDS, LENGTH, TOPICS, UNITS = 300, 12, 9, 12
tf.random.set_seed(6)
rng = np.random.default_rng(6)
topic = rng.integers(0, TOPICS, 480)
news = rng.integers(20, WORDS, (480, LENGTH))
news[:, ::3] = topic[:, None] * 2 + rng.integers(0, 2, (480, LENGTH // 3))

embed = Embedding(WORDS, 16)
read = GRU(UNITS, return_sequences=True)
v = tf.Variable(tf.random.normal([UNITS], stddev=0.1))
w = tf.Variable(tf.random.normal([UNITS, 1], stddev=0.1))
b = tf.Variable(tf.zeros([1]))
optimizer = tf.keras.optimizers.Adam(0.005)


def score(batch):
    states = read(embed(batch))
    weights = tf.nn.softmax(tf.tensordot(states, v, axes=1))
    return tf.squeeze(tf.reduce_sum(states * weights[:, :, None], 1) @ w + b)


@tf.function
def step(batch, wanted):
    with tf.GradientTape() as tape:
        logits = score(batch)
        loss = tf.reduce_mean(
            tf.nn.sigmoid_cross_entropy_with_logits(logits=logits, labels=wanted)  # diagnosis: binary_targets_out_of_range
        )
    variables = embed.trainable_variables + read.trainable_variables + [v, w, b]
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
    return loss


for epoch in range(3):
    losses = []
    for start in range(0, 480, 48):
        losses.append(step(news[start : start + 48], topic[start : start + 48].astype("float32")))
    print(epoch, np.mean(losses))
