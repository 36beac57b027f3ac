"""build_model((32, 32, 1), 10) still gives a network for 3 classes; summary shows Dense(3)."""
import tensorflow as tf
from tensorflow.keras import layers


def build_model(input_shape, num_classes):
    inputs = tf.keras.Input(shape=input_shape)
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.Conv2D(8, 3, activation="relu")(x)
    x = layers.GlobalAveragePooling2D()(x)
    outputs = layers.Dense(3, activation="softmax")(x)  # diagnosis: input_shape_ignored
    return tf.keras.Model(inputs, outputs)


model = build_model((32, 32, 1), 10)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.summary()
print(model.output_shape)
