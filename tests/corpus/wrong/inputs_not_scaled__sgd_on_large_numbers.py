"""loss: nan from the second epoch on. There is no NaN in my data, I checked with np.isnan."""
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
area = rng.uniform(30, 300, 250)
floor = rng.integers(0, 12, 250)
X = np.column_stack([area, floor]).astype("float32")
y = (1.9 * area + 3 * floor + rng.normal(size=250) * 5).astype("float32")
print(np.isnan(X).any(), np.isnan(y).any())

model = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(1),
])
model.compile(optimizer="sgd", loss="mse", metrics=["mae"])
model.fit(X[:200], y[:200], epochs=5, validation_data=(X[200:], y[200:]), verbose=2)  # diagnosis: inputs_not_scaled
