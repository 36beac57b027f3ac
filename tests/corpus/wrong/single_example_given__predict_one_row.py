"""fit works, but predict with one customer says 'expected shape=(None, 4), found shape=(4,)' or (32,)."""
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
customers = rng.normal(size=(200, 4)).astype("float32")
spends = customers @ np.array([2.0, 0.0, 1.0, -1.0], dtype="float32")

model = keras.models.Sequential()
model.add(keras.layers.Input(shape=(4,)))
model.add(keras.layers.Dense(16, activation="relu"))
model.add(keras.layers.Dense(1))
model.compile(loss="mse", optimizer=keras.optimizers.Adam(0.02))
model.fit(customers[:150], spends[:150], epochs=10, validation_data=(customers[150:], spends[150:]), verbose=0)

one = customers[7]
print("customer 7 will spend", model.predict(one))  # diagnosis: single_example_given
