"""My one-step forecast is as bad as a two-step forecast. The split is by time, scaling is from training rows."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
series = np.cumsum(rng.normal(size=500) * 0.1) + np.sin(np.arange(500) / 5)
train, val = series[:400], series[400:]
mean, std = train.mean(), train.std()
WIDTH = 12


def windows(values):
    values = (values - mean) / std
    x, y = [], []
    for start in range(len(values) - WIDTH - 1):
        x.append(values[start : start + WIDTH])
        y.append(values[start + WIDTH + 1])  # diagnosis: label_skips_a_step
    return np.array(x), np.array(y)


(x_train, y_train), (x_val, y_val) = windows(train), windows(val)
model = keras.Sequential([keras.Input((WIDTH,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.005), loss="mse", metrics=["mae"])
model.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=15, verbose=0)  # diagnosis: label_skips_a_step
print(model.evaluate(x_val, y_val, verbose=0))
