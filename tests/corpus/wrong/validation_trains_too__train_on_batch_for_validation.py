"""Validation loss falls as fast as training loss, but on new data the model is useless."""
import keras
import numpy as np

keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)
x = rng.normal(size=(240, 12)).astype("float32")
y = (x[:, 0] + rng.normal(scale=1.0, size=240) > 0).astype("float32")[:, None]
x_train, y_train, x_val, y_val = x[:160], y[:160], x[160:], y[160:]
model = keras.Sequential([
    keras.Input((12,)), keras.layers.Dense(64, activation="relu"), keras.layers.Dense(1, activation="sigmoid")
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")

for epoch in range(10):
    order = rng.permutation(160)
    train_losses, val_losses = [], []
    for i in range(0, 160, 32):
        rows = order[i : i + 32]
        train_losses.append(float(model.train_on_batch(x_train[rows], y_train[rows])))
        model.reset_metrics()
    for i in range(0, 80, 16):
        val_losses.append(float(model.train_on_batch(x_val[i : i + 16], y_val[i : i + 16])))  # diagnosis: validation_trains_too
        model.reset_metrics()
    print(epoch, np.mean(train_losses), np.mean(val_losses))
