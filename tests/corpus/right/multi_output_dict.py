import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 3
z = x.sum(axis=1)
i = keras.Input((8,))
h = layers.Dense(16, activation="relu")(i)
model = keras.Model(
    i, {"kind": layers.Dense(3, activation="softmax", name="kind")(h), "value": layers.Dense(1, name="value")(h)}
)
model.compile("adam", loss={"value": "mse", "kind": "sparse_categorical_crossentropy"}, metrics={"kind": ["accuracy"]})
model.fit(x, {"kind": y, "value": z}, verbose=0)
