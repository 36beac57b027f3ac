"""I gave every layer relu. Loss 1.6, accuracy about 0.5 and some classes are never predicted."""
from tensorflow.keras.layers import *
from tensorflow.keras.models import Model
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
centres = rng.normal(size=(5, 8)) * 2
y = rng.integers(0, 5, 600)
x = (centres[y] + rng.normal(size=(600, 8))).astype("float32")

inp = Input(shape=(8,))
h = inp
for units in [32, 16]:
    h = Dense(units, activation="relu")(h)
    h = BatchNormalization()(h)
out = Dense(5, activation="relu")(h)  # diagnosis: relu_before_cross_entropy
model = Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["acc"])
model.fit(x[:500], y[:500], epochs=6, validation_data=(x[500:], y[500:]), verbose=2)
print(np.bincount(model.predict(x[500:], verbose=0).argmax(-1), minlength=5))
