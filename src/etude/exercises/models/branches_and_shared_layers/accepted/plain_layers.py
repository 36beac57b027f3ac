"""Plain layers, each called on both inputs; the encodings are concatenated."""

import tensorflow as tf


def build_matcher(input_shape, encoding_size=16):
    layers = tf.keras.layers
    first = layers.Input(input_shape, name="first")
    second = layers.Input(input_shape, name="second")
    flatten = layers.Flatten()
    hidden = layers.Dense(32, activation="relu")
    encode = layers.Dense(encoding_size, activation="tanh")
    both = layers.Concatenate()([encode(hidden(flatten(one))) for one in (first, second)])
    x = layers.Dense(16, activation="relu")(both)
    logit = layers.Dense(1)(layers.Dropout(0.2)(x))
    same = layers.Activation("sigmoid", name="same")(logit)
    model = tf.keras.Model(inputs={"first": first, "second": second}, outputs=same)
    model.compile("sgd", loss=tf.keras.losses.BinaryCrossentropy())
    return model
