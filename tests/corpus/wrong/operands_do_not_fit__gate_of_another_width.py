# a gate in front of the hidden layer
import keras
from keras import layers


class Gate(layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.gate = layers.Dense(units, activation="sigmoid")

    def call(self, features):
        open_ = self.gate(features)
        return features * open_  # diagnosis: operands_do_not_fit


inputs = keras.Input((12,))
hidden = Gate(16)(inputs)
outputs = layers.Dense(1)(hidden)
model = keras.Model(inputs, outputs)
model.compile("adam", "mse")
