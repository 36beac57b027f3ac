"""Incompatible shapes: [32] vs. [32,4]. The loss is the sparse one, so what is wrong?"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(12)
stones = rng.normal(size=(160, 5))
kinds = stones[:, :4].argmax(axis=1)

model = tf.keras.Sequential([
    tf.keras.Input((5,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(4, activation="softmax"),
])
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=["binary_accuracy"],  # diagnosis: targets_of_other_width
)
model.fit(stones, kinds, epochs=3, verbose=0)
