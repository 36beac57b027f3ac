import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)
X = rng.random((120, 32, 32, 3)).astype("float32") * 0.3
Y = np.zeros((120, 32, 32), "int32")
for i in range(120):
    for k in (1, 2):
        r, c = rng.integers(0, 18, 2)
        X[i, r:r + 12, c:c + 12, k] += 0.6
        Y[i, r:r + 12, c:c + 12] = k
inp = layers.Input((32, 32, 3))
t = layers.Conv2D(16, 3, padding="same", activation="relu")(inp)
t = layers.Conv2D(16, 3, padding="same", activation="relu")(t)
t = layers.Conv2D(3, 1)(t)
out = layers.Softmax(axis=1)(t)  # diagnosis: softmax_over_wrong_axis
model = tf.keras.Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X, Y, epochs=6, batch_size=12, validation_split=0.2, verbose=2)
