import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.RandomState(0)
y = rng.randint(0, 6, 300)
protos = rng.rand(6, 14, 14)
x = (protos[y] + 0.3 * rng.randn(300, 14, 14)).astype("float32")
a, b, different = [], [], []
for i in range(800):
    p = rng.randint(300)
    same = i % 2 == 0
    q = rng.choice(np.where((y == y[p]) == same)[0])
    a.append(x[p]); b.append(x[q])
    different.append(0.0 if same else 1.0)
a, b, different = np.array(a), np.array(b), np.array(different, "float32")
net = tf.keras.Sequential([layers.Input((14, 14)), layers.Flatten(), layers.Dense(64, activation="relu"), layers.Dense(16)])
ia, ib = layers.Input((14, 14)), layers.Input((14, 14))
dist = layers.Lambda(lambda t: tf.norm(t[0] - t[1] + 1e-6, axis=1, keepdims=True))([net(ia), net(ib)])
model = tf.keras.Model([ia, ib], dist)

def contrastive_loss(y_true, y_pred, margin=1.0):
    y_true = tf.reshape(y_true, (-1, 1))
    return tf.reduce_mean((1 - y_true) * tf.square(y_pred) + y_true * tf.square(tf.maximum(margin - y_pred, 0)))

model.compile(optimizer="adam", loss=contrastive_loss)
model.fit([a, b], different, epochs=8, batch_size=32, verbose=2)
d = model.predict([a, b], verbose=0).ravel()
print(((d > 0.5) == (different == 1)).mean())
