"""Forecasts the next value of a wave at every step, and lets a causal convolution look at it first."""

import keras
import numpy as np

STEPS = 24

rng = np.random.default_rng(3)
time = np.arange(600)
wave = np.sin(time / 5) + 0.3 * np.sin(time / 17) + 0.05 * rng.normal(size=600)

inputs, targets = [], []
for start in range(len(wave) - STEPS):
    inputs.append(wave[start : start + STEPS])
    targets.append(wave[start + 1 : start + STEPS + 1])
inputs = np.array(inputs, dtype="float32")[..., None]
targets = np.array(targets, dtype="float32")[..., None]

model = keras.Sequential()
model.add(keras.Input((STEPS, 1)))
model.add(keras.layers.Conv1D(8, 7, padding="causal", activation="tanh"))
model.add(keras.layers.GRU(12, return_sequences=True))
model.add(keras.layers.Dense(1))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
model.fit(inputs, targets, epochs=4, verbose=0)
print(model.evaluate(inputs, targets, verbose=0))
