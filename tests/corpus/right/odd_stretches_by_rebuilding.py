"""An autoencoder of windows is scaled by its whole clean series, and finds what is odd in another."""
import keras
import numpy as np

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
steps = np.arange(600)
clean = 20 + 8 * np.sin(steps * 2 * np.pi / 48) + rng.normal(0, 1, 600)
other = clean + rng.normal(0, 1, 600)
other[300:320] += 60

mean, deviation = clean.mean(), clean.std()


def windows(values, length=48):
    scaled = (values - mean) / deviation
    return np.stack([scaled[i : i + length] for i in range(len(values) - length + 1)])[..., None]


x = windows(clean)
model = keras.Sequential([
    keras.Input((48, 1)),
    keras.layers.Conv1D(8, 7, padding="same", strides=2, activation="relu"),
    keras.layers.Dropout(0.1),
    keras.layers.Conv1D(4, 7, padding="same", strides=2, activation="relu"),
    keras.layers.Conv1DTranspose(4, 7, padding="same", strides=2, activation="relu"),
    keras.layers.Conv1DTranspose(8, 7, padding="same", strides=2, activation="relu"),
    keras.layers.Conv1DTranspose(1, 7, padding="same"),
])
model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")
model.fit(x, x, epochs=8, batch_size=32, validation_split=0.1, verbose=0)
usual = np.abs(model.predict(x, verbose=0) - x).mean(axis=(1, 2)).max()
errors = np.abs(model.predict(windows(other), verbose=0) - windows(other)).mean(axis=(1, 2))
print("odd windows:", int((errors > usual).sum()))
