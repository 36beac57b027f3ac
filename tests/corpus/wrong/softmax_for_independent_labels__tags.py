"""Rows can have several tags, but never more than one comes out above 0.5."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(5)
X = rng.normal(size=(900, 10)).astype("float32")
Y = np.stack([X[:, 0] > 0, X[:, 1] > 0.5, X[:, 2] + X[:, 3] > 0], 1).astype("float32")

model = tf.keras.Sequential([
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(3, activation="softmax"),  # diagnosis: softmax_for_independent_labels
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(X, Y, epochs=10, batch_size=32, validation_split=0.2, verbose=2)
p = model.predict(X[:5])
print((p > 0.5).astype(int), Y[:5])
