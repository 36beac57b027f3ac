"""A recurrent layer is called twice to look at its shapes; then the network begins with an input of its own."""

import keras
import numpy as np

keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
waves = np.cumsum(rng.normal(size=(200, 12, 2)), axis=1).astype("float32") / 4
height = waves[:, -1, :1] - waves[:, -3, 1:]

start = keras.Input((12, 2))
state = keras.layers.GRU(8)(start)

start = keras.Input((12, 2))
state = keras.layers.GRU(8, return_sequences=True)(start)
print(state.shape)

start = keras.Input((12, 2))
state = keras.layers.GRU(12)(start)
answer = keras.layers.Dense(1)(state)
model = keras.Model(start, answer)
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(waves[:160], height[:160], validation_data=(waves[160:], height[160:]), epochs=12, verbose=0)
print(model.evaluate(waves[160:], height[160:], verbose=0))
