"""ValueError: Output with path `` is not connected to `inputs`. Both belong to the same network!"""
import keras
from keras import layers


def encoder():
    inputs = keras.Input((16,))
    return layers.Dense(8, activation="relu")(inputs)


inputs = keras.Input((16,))
code = encoder()
outputs = layers.Dense(1, activation="sigmoid")(code)
model = keras.Model(inputs, outputs)  # diagnosis: inputs_not_connected
model.summary()
