# a layer that doubles what comes in
import keras
import numpy as np

inputs = keras.Input((6,))
hidden = keras.layers.Dense(4, activation="relu")(inputs)
doubled = keras.layers.Lambda(hidden * 2)(hidden)  # diagnosis: value_given_for_function
outputs = keras.layers.Dense(1)(doubled)
model = keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="mse")
model.fit(np.zeros((16, 6)), np.zeros((16, 1)), verbose=0)
