"""Three questions for each patient; -1 says that one was not asked, and a mask keeps it out of the loss."""
import numpy as np
import tensorflow as tf

tf.random.set_seed(3)
rng = np.random.default_rng(3)
x = rng.normal(size=(256, 8)).astype("float32")
answers = (x @ rng.normal(size=(8, 3)) > 0).astype("float32")
answers[rng.random(answers.shape) < 0.3] = -1

w = tf.Variable(tf.random.normal([8, 3], stddev=0.1))
b = tf.Variable(tf.zeros([3]))
optimizer = tf.keras.optimizers.Adam(0.05)


@tf.function
def step(batch, wanted):
    with tf.GradientTape() as tape:
        asked = tf.cast(wanted >= 0, tf.float32)
        each = tf.nn.sigmoid_cross_entropy_with_logits(labels=wanted, logits=batch @ w + b)
        loss = tf.reduce_sum(each * asked) / tf.reduce_sum(asked)
    optimizer.apply_gradients(zip(tape.gradient(loss, [w, b]), [w, b]))
    return loss


for epoch in range(12):
    for start in range(0, 256, 32):
        loss = step(x[start : start + 32], answers[start : start + 32])
print(float(loss))
