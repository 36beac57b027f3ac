"""A lamp with two switches: 120 rounds, and every answer stays at one half."""
import keras
import numpy as np

keras.utils.set_random_seed(4)
switches = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype="float32")
lit = np.array([[0], [1], [1], [0]], dtype="float32")

model = keras.Sequential()
model.add(keras.layers.Input((2,)))
model.add(keras.layers.Dense(6))
model.add(keras.layers.Activation("sigmoid"))
model.add(keras.layers.Dense(1))
model.add(keras.layers.Activation("sigmoid"))
model.compile(loss="mean_squared_error", optimizer=keras.optimizers.SGD(learning_rate=0.02))  # diagnosis: learning_rate_too_low
model.fit(switches, lit, epochs=120, verbose=0)
print(model.predict(switches, verbose=0).ravel())
