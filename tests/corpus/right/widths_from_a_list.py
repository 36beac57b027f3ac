"""Recurrent layers made in a loop; all but the last give a value for every step."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

signals = rng.normal(size=(160, 20, 2)).astype("float32")
classes = (signals[:, :, 0].mean(axis=1) > 0).astype("int32")


def build(widths):
    x = inputs = keras.Input((20, 2))
    for place, width in enumerate(widths):
        x = keras.layers.LSTM(width, return_sequences=place < len(widths) - 1)(x)
    return keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(x))


model = build([12, 8])
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
order = rng.permutation(160)
train, held_out = order[:128], order[128:]
model.fit(
    signals[train], classes[train], validation_data=(signals[held_out], classes[held_out]), epochs=5, verbose=0
)
