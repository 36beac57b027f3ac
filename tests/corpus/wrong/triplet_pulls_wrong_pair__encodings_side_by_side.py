import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

rng = np.random.RandomState(0)
y = rng.randint(0, 5, 400)
protos = rng.rand(5, 144)
x = (protos[y] + 0.25 * rng.randn(400, 144)).astype("float32")

anchor, positive, negative = [], [], []
for i in range(800):
    a = rng.randint(400)
    anchor.append(x[a])
    positive.append(x[rng.choice(np.where(y == y[a])[0])])
    negative.append(x[rng.choice(np.where(y != y[a])[0])])
anchor, positive, negative = map(np.array, (anchor, positive, negative))

embedding = keras.Sequential([keras.Input((144,)), layers.Dense(64, activation="relu"), layers.Dense(16)])
ia, ip, in_ = keras.Input((144,)), keras.Input((144,)), keras.Input((144,))
merged = layers.Concatenate(axis=1)([embedding(ia), embedding(ip), embedding(in_)])
net = keras.Model([ia, ip, in_], merged)

def triplet_loss(y_true, y_pred, alpha=0.4):
    a, p, n = y_pred[:, :16], y_pred[:, 16:32], y_pred[:, 32:]
    pos_dist = tf.reduce_sum(tf.square(a - p), axis=1)
    neg_dist = tf.reduce_sum(tf.square(a - n), axis=1)
    return tf.maximum(neg_dist - pos_dist + alpha, 0.0)  # diagnosis: triplet_pulls_wrong_pair

net.compile(optimizer="adam", loss=triplet_loss)
net.fit([anchor, positive, negative], np.zeros((800, 1)), epochs=6, batch_size=32, verbose=2)
e = embedding.predict(x, verbose=0)
near = [y[np.argsort(((e - e[i]) ** 2).sum(1))[1]] == y[i] for i in range(100)]
print("nearest neighbour accuracy", np.mean(near))
