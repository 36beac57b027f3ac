"""EarlyStopping(patience=2) does not stop; all 30 epochs run although nothing improves any more."""
import numpy as np
from tensorflow import keras

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
X = rng.normal(size=(120, 3)).astype("float32")
y = X @ np.array([1.0, 2.0, 3.0], dtype="float32")


class Trainer:
    def __init__(self):
        self.model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
        self.model.compile(keras.optimizers.Adam(0.03), loss="mse")

    def run(self, X, y):
        stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=2)  # diagnosis: early_stopping_without_validation
        return self.model.fit(X, y, epochs=30, batch_size=20, callbacks=[stop], verbose=0)  # diagnosis: early_stopping_without_validation


history = Trainer().run(X, y)
print(len(history.history["loss"]), "epochs")
