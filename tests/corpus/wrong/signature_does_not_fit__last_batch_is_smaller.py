"""Binding inputs to tf.function failed, but only at the end of the epoch"""
import numpy as np
import tensorflow as tf

x = np.random.default_rng(0).normal(size=(100, 4)).astype("float32")
y = (x @ [[1.0], [2.0], [0.5], [-1.0]]).astype("float32")
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).batch(32)

w = tf.Variable(tf.zeros((4, 1)))
opt = tf.keras.optimizers.SGD(0.1)


@tf.function(input_signature=[tf.TensorSpec((32, 4), tf.float32), tf.TensorSpec((32, 1), tf.float32)])
def step(features, targets):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((features @ w - targets) ** 2)
    opt.apply_gradients([(tape.gradient(loss, w), w)])
    return loss


for epoch in range(5):
    for features, targets in data:
        loss = step(features, targets)  # diagnosis: signature_does_not_fit
    print(epoch, loss.numpy())
