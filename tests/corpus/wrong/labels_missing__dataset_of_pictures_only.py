"""ValueError: None values not supported. There is no None in my data, and with a dataset y must not be given."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
pictures = rng.random((60, 6, 6, 1)).astype("float32")
labels = rng.integers(0, 2, 60)
train = tf.data.Dataset.from_tensor_slices(pictures).shuffle(60).batch(10).prefetch(1)  # diagnosis: labels_missing
model = tf.keras.Sequential([
    tf.keras.Input((6, 6, 1)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(train, epochs=2)  # diagnosis: labels_missing
