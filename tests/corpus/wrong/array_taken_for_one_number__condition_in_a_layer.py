# a layer that leaves small signals alone
import keras
import tensorflow as tf
from keras import layers


class Damped(layers.Layer):
    def call(self, signal):
        if tf.reduce_max(tf.abs(signal)) > 1.0:  # diagnosis: array_taken_for_one_number
            return signal / tf.reduce_max(tf.abs(signal))
        return signal


inputs = keras.Input((20,))
outputs = layers.Dense(1)(Damped()(inputs))
model = keras.Model(inputs, outputs)
model.compile("adam", "mse")
