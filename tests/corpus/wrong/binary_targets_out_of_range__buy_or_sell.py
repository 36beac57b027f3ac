"""The loss of my trading model is negative and its accuracy about one half."""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(0)

rng = np.random.RandomState(2)
X = rng.randn(1000, 10)
y = np.sign(X[:, 0] + 0.5 * X[:, 3])  # diagnosis: binary_targets_out_of_range

model = keras.Sequential(name="trader")
model.add(keras.Input((10,)))
model.add(layers.Dense(24, activation="relu"))
model.add(layers.Dense(12, activation="relu"))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
history = model.fit(X, y, epochs=20, batch_size=50, verbose=0)  # diagnosis: binary_targets_out_of_range
for e, (l, a) in enumerate(zip(history.history["loss"], history.history["accuracy"])):
    print(e, "loss", round(l, 3), "acc", round(a, 3))
