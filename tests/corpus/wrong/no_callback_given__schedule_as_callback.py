"""The rate should decay while training: 'ExponentialDecay' object has no attribute 'set_model'."""
import keras
import numpy as np

rng = np.random.default_rng(12)
x = rng.normal(size=(160, 4)).astype("float32")
y = np.sin(x[:, 0]) + x[:, 1]

decay = keras.optimizers.schedules.ExponentialDecay(0.01, decay_steps=50, decay_rate=0.9)
stop = keras.callbacks.EarlyStopping(monitor="val_loss", patience=3)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, y, epochs=10, validation_split=0.25, callbacks=[stop, decay], verbose=2)  # diagnosis: no_callback_given
