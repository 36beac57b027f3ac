"""AttributeError: module ... has no attribute 'experimental'. tf.keras.layers.experimental.preprocessing is gone?"""
import numpy as np
import tensorflow as tf

x = np.random.default_rng(0).integers(0, 256, (40, 8, 8, 3)).astype("float32")
y = np.arange(40) % 2
model = tf.keras.Sequential([
    tf.keras.Input((8, 8, 3)),
    tf.keras.layers.experimental.preprocessing.Rescaling(1.0 / 255),  # diagnosis: name_removed
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=2, validation_split=0.25)
