"""'Missing data for input' / structure mismatch: the dataset gives dictionaries like tfds does."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)
records = {
    "image": rng.random((80, 12, 12, 1)).astype("float32"),
    "label": rng.integers(0, 2, 80),
}
train = tf.data.Dataset.from_tensor_slices(records).shuffle(80).batch(16).prefetch(1)  # diagnosis: labels_inside_input_dictionary
for element in train.take(1):
    print({name: value.shape for name, value in element.items()})

model = tf.keras.Sequential([
    layers.Input((12, 12, 1)),
    layers.Flatten(),
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(train, epochs=3)  # diagnosis: labels_inside_input_dictionary
