"""A network with a second way round, a model of its middle, and a trial layer that is looked at."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.normal(size=(500, 6)).astype("float32")
y = (x[:, 0] * x[:, 1] > 0).astype("int32")

trial = layers.Dense(3)(x[:2])
print(trial.shape)

inputs = keras.Input((6,))
way = layers.Dense(32, activation="relu")(inputs)
middle = keras.Model(inputs, way)
way = layers.Dense(32, activation="tanh")(inputs)
both = layers.Concatenate()([way, middle.output])
way = layers.Dense(16, activation="relu")(both)
outputs = layers.Dense(1, activation="sigmoid")(way)
model = keras.Model(inputs, outputs)
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:400], y[:400], epochs=15, validation_data=(x[400:], y[400:]), verbose=0)
print(middle.predict(x[:3], verbose=0).shape)
