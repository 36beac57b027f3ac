"""Both arrays are shuffled with the same state of the generator, so that pairs stay pairs."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

x = np.sort(rng.normal(size=300))[:, None].astype("float32")
y = (x[:, 0] > 0.2).astype("int32")
state = np.random.get_state()
np.random.shuffle(x)
np.random.set_state(state)
np.random.shuffle(y)
model = keras.Sequential([
    keras.Input((1,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1, activation="sigmoid")
])
model.compile(keras.optimizers.Adam(0.03), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=10, verbose=0)
