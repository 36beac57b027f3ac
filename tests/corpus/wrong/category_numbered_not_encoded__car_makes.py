"""The price depends on the make a lot, but my network hardly uses that column (number of the make)."""
import keras
import numpy as np

rng = np.random.default_rng(5)
keras.utils.set_random_seed(5)
makes = np.array(["alfa", "bmw", "citroen", "dacia", "fiat", "honda", "kia", "opel", "seat", "volvo"])
worth = dict(zip(makes, rng.permutation(10) * 3.0))
make = rng.choice(makes, 600)
age = rng.uniform(0, 15, 600)
price = np.array([worth[m] for m in make]) + 20 - age + rng.normal(0, 0.5, 600)

lookup = keras.layers.StringLookup(vocabulary=list(makes), num_oov_indices=1)
codes = keras.ops.convert_to_numpy(lookup(make)).astype("float32")  # diagnosis: category_numbered_not_encoded
X = np.column_stack([codes, age])
scale = keras.layers.Normalization()
scale.adapt(X[:450])

model = keras.Sequential([
    keras.Input((2,)),
    scale,
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
model.fit(X[:450], price[:450], validation_data=(X[450:], price[450:]), epochs=20, verbose=0)
print(model.evaluate(X[450:], price[450:], verbose=0))
