"""Input 0 of layer "lstm_1" is incompatible: expected ndim=3, found ndim=2. The first LSTM has no problem."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
signals = rng.normal(size=(100, 30, 2)).astype("float32")
classes = (signals[:, :, 0].mean(axis=1) > 0).astype("int32")


def build(units=(16, 8)):
    inputs = keras.Input((30, 2))
    x = layers.LSTM(units[0])(inputs)  # diagnosis: return_sequences_missing
    x = layers.Dropout(0.2)(x)
    x = layers.LSTM(units[1])(x)  # diagnosis: return_sequences_missing
    return keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))


model = build()
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(signals, classes, epochs=2, validation_split=0.2)
