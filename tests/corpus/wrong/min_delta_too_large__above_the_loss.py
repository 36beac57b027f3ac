"""EarlyStopping stops after 5 epochs every time, the loss is still falling."""
import numpy as np
import keras

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
x = rng.uniform(-1, 1, (400, 3)).astype("float32")
y = 0.3 * np.sin(3 * x[:, :1]) + 0.2 * x[:, 1:2]

model = keras.Sequential([
    keras.Input((3,)),
    keras.layers.Dense(32, activation="tanh"),
    keras.layers.Dense(32, activation="tanh"),
    keras.layers.Dense(1),
])
model.compile(keras.optimizers.Adam(1e-3), "mse")
early = keras.callbacks.EarlyStopping("val_loss", min_delta=0.1, patience=4, restore_best_weights=True)  # diagnosis: min_delta_too_large
history = model.fit(
    x[:320], y[:320], epochs=100, validation_data=(x[320:], y[320:]), callbacks=[early], verbose=0
)
print(len(history.history["loss"]), history.history["val_loss"][-1])
