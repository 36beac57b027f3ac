"""best.keras is written in every epoch, not in the best: 'Can save best model only with val_auc available'."""
import os

import keras
import numpy as np

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
x = rng.normal(size=(240, 5)).astype("float32")
y = (x.sum(axis=1) > 0).astype("float32")
inputs = keras.Input((5,))
outputs = keras.layers.Dense(1, activation="sigmoid")(keras.layers.Dense(12, activation="relu")(inputs))
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
best = keras.callbacks.ModelCheckpoint(
    "best.keras", monitor="val_auc", mode="max", save_best_only=True  # diagnosis: monitors_unknown_metric
)
model.fit(x[:200], y[:200], validation_data=(x[200:], y[200:]), epochs=8, callbacks=[best], verbose=2)  # diagnosis: monitors_unknown_metric
print(os.listdir("."))
