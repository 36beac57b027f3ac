"""ValueError: Only input tensors may be passed as positional arguments. I do pass the tensor x."""
import tensorflow as tf
from tensorflow.keras import layers

inputs = tf.keras.Input((28, 28, 1))
x = layers.Conv2D(8, 3, activation="relu")(inputs)
x = layers.Flatten()(x)
x = layers.Dense(32, activation="relu")  # diagnosis: layer_not_called
outputs = layers.Dense(10, activation="softmax")(x)  # diagnosis: layer_not_called
model = tf.keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy")
