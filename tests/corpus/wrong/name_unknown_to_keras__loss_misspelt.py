"""ValueError: Could not interpret loss identifier: sparse_categorial_crossentropy."""
import numpy as np
import tensorflow as tf

x = np.random.default_rng(0).normal(size=(60, 4)).astype("float32")
y = np.arange(60) % 3
model = tf.keras.Sequential([tf.keras.Input((4,)), tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(3, activation="softmax")])
model.compile(
    optimizer="adam",
    loss="sparse_categorial_crossentropy",  # diagnosis: name_unknown_to_keras
    metrics=["accuracy"],
)
model.fit(x, y, epochs=2, validation_split=0.2)  # diagnosis: name_unknown_to_keras
