"""Is it all right to call adapt on the whole data set? My test error is suspiciously good."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
X = rng.gamma(2.0, 10.0, size=(400, 4)).astype("float32")
y = (X[:, 0] / (1 + X[:, 1]) > 1).astype("int32")

normalizer = layers.Normalization()
normalizer.adapt(X)  # diagnosis: statistics_from_all_rows

shuffled = rng.permutation(400)
train, test = shuffled[:300], shuffled[300:]
inputs = keras.Input((4,))
x = normalizer(inputs)
x = layers.Dense(24, activation="relu")(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(X[train], y[train], epochs=15, validation_data=(X[test], y[test]), verbose=0)
print(model.evaluate(X[test], y[test], verbose=0))
