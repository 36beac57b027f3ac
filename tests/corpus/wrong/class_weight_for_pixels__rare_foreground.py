import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)
X = rng.random((40, 32, 32, 3)).astype("float32")
Y = (rng.random((40, 32, 32)) < 0.1).astype("int32")

inputs = tf.keras.Input((32, 32, 3))
x = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
outputs = layers.Conv2D(2, 1, activation="softmax")(x)
model = tf.keras.Model(inputs, outputs)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

weights = {0: 0.55, 1: 5.0}
model.fit(X, Y, epochs=2, batch_size=8, class_weight=weights)  # diagnosis: class_weight_for_pixels
