"""A siamese network whose distance is kept above zero."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, Model, Input

rng = np.random.default_rng(4)
points = rng.normal(size=(300, 20)).astype('float32')
groups = rng.integers(0, 10, 300)
points += np.eye(20, dtype='float32')[groups] * 4

left, right, same = [], [], []
for i in range(300):
    for j in (i, *rng.integers(0, 300, 5)):
        left.append(points[i])
        right.append(points[j])
        same.append(float(groups[i] == groups[j]))
left, right, same = np.array(left), np.array(right), np.array(same, dtype='float32')


def euclidean_distance(vects):
    x, y = vects
    return tf.sqrt(tf.reduce_sum(tf.square(x - y), axis=1, keepdims=True) + 1e-6)


def contrastive_loss(y_true, y_pred):
    margin = 1.0
    return tf.reduce_mean(y_true * tf.square(y_pred) + (1 - y_true) * tf.square(tf.maximum(margin - y_pred, 0)))


base = tf.keras.Sequential([layers.Dense(32, activation='relu'), layers.Dense(16)])
a, b = Input((20,)), Input((20,))
distance = layers.Lambda(euclidean_distance, output_shape=(1,))([base(a), base(b)])
model = Model([a, b], distance)
model.compile(loss=contrastive_loss, optimizer='rmsprop')
model.fit([left, right], same, batch_size=64, epochs=4)
