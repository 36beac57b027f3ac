import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, ops
protos = np.random.rand(5, 14, 14, 1).astype('float32')
idx = np.random.randint(0, 5, (600, 2))
idx[::2, 1] = idx[::2, 0]
xa = protos[idx[:, 0]] + np.random.normal(0, .05, (600, 14, 14, 1)).astype('float32')
xb = protos[idx[:, 1]] + np.random.normal(0, .05, (600, 14, 14, 1)).astype('float32')
same = (idx[:, 0] == idx[:, 1]).astype('float32')[:, None]
class Dist(layers.Layer):
    def call(self, a, b):
        return ops.sqrt(ops.maximum(ops.sum(ops.square(a - b), axis=1, keepdims=True), 1e-7))
i = layers.Input((14, 14, 1))
net = tf.keras.Model(i, layers.Dense(8)(layers.Dense(32, activation='relu')(layers.Flatten()(i))))
a, b = layers.Input((14, 14, 1)), layers.Input((14, 14, 1))
model = tf.keras.Model([a, b], Dist()(net(a), net(b)))
def contrastive(y, d):
    return tf.reduce_mean(y * tf.square(d) + (1 - y) * tf.square(tf.maximum(1. - d, 0)))
model.compile(loss=contrastive, optimizer='adam')
model.fit([xa, xb], same, epochs=5, batch_size=32)
