"""Two directions averaged: Keras says invalid merge mode."""
import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(1)
steps = rng.normal(size=(200, 12, 2)).astype("float32")
rises = (steps[:, -1, 0] > steps[:, 0, 0]).astype("int32")

inputs = keras.Input((12, 2))
x = layers.Bidirectional(
    layers.LSTM(16),
    merge_mode="average",  # diagnosis: choice_unknown_to_keras
)(inputs)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(steps, rises, epochs=3, batch_size=32, validation_split=0.2, verbose=2)
