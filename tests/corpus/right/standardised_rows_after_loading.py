"""Mean and deviation are kept beside the model; new rows are scaled before it is asked."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

rows = np.column_stack([rng.normal(180, 25, 400), rng.normal(70, 12, 400)])
target = 0.05 * rows[:, 0] + 0.1 * rows[:, 1] + rng.normal(size=400) * 0.2
mean, std = rows[:320].mean(axis=0), rows[:320].std(axis=0)
np.savez("scaling.npz", mean=mean, std=std)
scaled = (rows - mean) / std
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.03), "mse", metrics=["mae"])
model.fit(scaled[:320], target[:320], validation_data=(scaled[320:], target[320:]), epochs=20, verbose=0)
model.save("served.keras")

kept = np.load("scaling.npz")
served = keras.saving.load_model("served.keras")
new = np.array([[178.0, 66.0], [260.0, 110.0]])
print(served.predict((new - kept["mean"]) / kept["std"], verbose=0))
