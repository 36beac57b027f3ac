"""Survival on a ship, and astype stops at the second column."""
import numpy as np
import tensorflow as tf

rows = [["3", "male", "22"], ["1", "female", "38"], ["3", "female", "26"], ["1", "male", "54"]] * 40
y = np.array([0, 1, 1, 0] * 40)
X = np.array(rows)
X = X.astype("float32")  # diagnosis: words_among_numbers

model = tf.keras.Sequential([
    tf.keras.layers.Dense(16, activation="relu", input_shape=(3,)),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X, y, epochs=5, validation_split=0.2)
