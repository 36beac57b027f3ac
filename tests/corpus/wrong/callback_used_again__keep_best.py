"""The second model stops after the patience although its val_loss improves all the time."""
import numpy as np
import keras

keras.utils.set_random_seed(16)
rng = np.random.default_rng(16)
x = rng.normal(size=(300, 5)).astype("float32")
y = x[:, :1] * 3 + np.sin(x[:, 1:2] * 2)


def best(model):
    return min(model.history.history["val_loss"])


class KeepBest(keras.callbacks.Callback):
    def __init__(self):
        super().__init__()
        self.best = float("inf")

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best = logs["val_loss"]
            self.weights = self.model.get_weights()


keep = KeepBest()  # diagnosis: callback_used_again
for width in (32, 4):
    model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(width, activation="relu"), keras.layers.Dense(1)])
    model.compile(keras.optimizers.Adam(0.01), "mse")
    model.fit(x[:240], y[:240], validation_data=(x[240:], y[240:]), epochs=10, callbacks=[keep], verbose=0)  # diagnosis: callback_used_again
    print(width, keep.best, best(model))
