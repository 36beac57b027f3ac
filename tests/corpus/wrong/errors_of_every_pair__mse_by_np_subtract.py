"""evaluate says an mse of about 1, my own formula in NumPy says over 20 for the same rows. Which one is right?"""
import keras
import numpy as np

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
rooms = rng.normal(size=(300, 6)).astype("float32")
prices = (rooms @ rng.normal(0, 2, 6) + rng.normal(0, 0.5, 300)).astype("float32")

model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(keras.optimizers.Adam(0.02), "mse", metrics=["mae"])
model.fit(rooms, prices, epochs=25, verbose=0)
print("keras:", model.evaluate(rooms, prices, verbose=0)[0])
print("mine:", np.mean(np.square(np.subtract(prices, model.predict(rooms, verbose=0)))))  # diagnosis: errors_of_every_pair
