"""My regression never predicts anything below zero; half of the temperatures are below zero."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
day = rng.uniform(0, 365, 600)
height = rng.uniform(0, 2500, 600)
temperature = 10 - 12 * np.cos(2 * np.pi * day / 365) - height * 0.006 + rng.normal(size=600)
table = np.stack([np.cos(2 * np.pi * day / 365), np.sin(2 * np.pi * day / 365), height], axis=1)

train, test = table[:480], table[480:]
normalise = layers.Normalization()
normalise.adapt(train)

inputs = keras.Input(shape=(3,))
x = normalise(inputs)
x = layers.Dense(32, activation="relu")(x)
x = layers.Dense(32, activation="relu")(x)
outputs = layers.Dense(1, activation="relu")(x)  # diagnosis: activation_limits_regression
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mae", metrics=["mse"])
model.fit(train, temperature[:480], epochs=15, validation_data=(test, temperature[480:]), verbose=0)
print(model.evaluate(test, temperature[480:], verbose=0), model.predict(test, verbose=0).min())
