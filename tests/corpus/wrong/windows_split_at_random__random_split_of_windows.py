"""The validation MAE is fine, in the following months it is half as large again. I split the windows 80 to 20."""
import keras
import numpy as np

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
level = np.cumsum(rng.normal(size=520) * 0.4)
series = level + np.sin(np.arange(520) / 4)
series, later = series[:420], series[420:]
WIDTH, AHEAD = 20, 10


def windows(values):
    starts = range(len(values) - WIDTH - AHEAD)
    X = np.stack([values[s : s + WIDTH] for s in starts])
    return X, np.stack([values[s + WIDTH : s + WIDTH + AHEAD].mean() for s in starts])


X, y = windows(series)
starts = np.arange(len(X))

rng.shuffle(starts)  # diagnosis: windows_split_at_random
train, val = starts[:310], starts[310:]  # diagnosis: windows_split_at_random
scaler = keras.layers.Normalization(axis=None)
scaler.adapt(X[train])
model = keras.Sequential([
    keras.Input((WIDTH,)),
    scaler,
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(keras.optimizers.Adam(0.01), "mae")
model.fit(X[train], y[train], validation_data=(X[val], y[val]), epochs=30, verbose=0)  # diagnosis: windows_split_at_random
print(model.evaluate(X[val], y[val], verbose=0), "later:", model.evaluate(*windows(later), verbose=0))
