"""Dimensions must be equal, but are 5 and 32. Without the metric it trains."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(15)
beans = rng.normal(size=(200, 6)).astype("float32")
kinds = tf.keras.utils.to_categorical(beans[:, :5].argmax(axis=1), 5)

model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(5, activation="softmax"),
])
model.compile("adam", "categorical_crossentropy", metrics=["sparse_categorical_accuracy"])  # diagnosis: metric_wants_class_numbers
model.fit(beans, kinds, epochs=3, verbose=0)
