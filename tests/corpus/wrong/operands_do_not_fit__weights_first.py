# linear regression by hand, W * x + b like in the formula
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.normal(size=(100, 3)).astype("float32")
y = x @ np.array([[1.0], [2.0], [-1.0]], "float32")

W = tf.Variable(tf.random.normal((3, 1)))
b = tf.Variable(tf.zeros(1))
opt = tf.keras.optimizers.SGD(0.1)

for step in range(50):
    with tf.GradientTape() as tape:
        pred = tf.matmul(W, x) + b  # diagnosis: operands_do_not_fit
        loss = tf.reduce_mean(tf.square(pred - y))
    grads = tape.gradient(loss, [W, b])
    opt.apply_gradients(zip(grads, [W, b]))
