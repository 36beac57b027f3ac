"""I set the learning rate to zero, and the weights go on moving."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

lr = 0.05
X = tf.constant(np.random.randn(256, 4), tf.float32)
w_true = tf.constant([[1.0], [2.0], [-1.0], [0.5]])
Y = X @ w_true + 0.01
W = tf.Variable(tf.zeros((4, 1)))

@tf.function
def train_step(x, y):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(x @ W - y))
    g = tape.gradient(loss, W)
    W.assign_sub(lr * g)  # diagnosis: value_frozen_in_graph
    return loss

for epoch in range(60):
    if epoch == 30:
        lr = 0.0          # freeze for the second half
    loss = train_step(X, Y)
    if epoch % 10 == 0:
        print(epoch, "lr", lr, "loss", float(loss), W.numpy().ravel())
