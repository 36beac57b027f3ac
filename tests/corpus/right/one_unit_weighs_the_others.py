"""A gate of one unit weighs what the network knows before one of six classes is named."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 6, 900)
centres = rng.normal(size=(6, 20))
x = (centres[labels] + rng.normal(0, 0.6, (900, 20))).astype("float32")

inputs = keras.Input((20,))
hidden = layers.Dense(32, activation="relu")(inputs)
gate = layers.Dense(1, activation="sigmoid")(hidden)
weighed = layers.Multiply()([hidden, gate])
model = keras.Model(inputs, layers.Dense(6, activation="softmax")(weighed))
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:700], labels[:700], epochs=10, validation_data=(x[700:], labels[700:]), verbose=2)
