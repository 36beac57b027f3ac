"""fit ends at accuracy 1.0, but evaluate on the very same training images says 0.5."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.applications.mobilenet_v2 import preprocess_input

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
labels = (np.arange(120) % 2).astype("float32")
images = rng.integers(0, 150, (120, 16, 16, 3)).astype("float32")
images[labels == 1, :8] += 100

model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 3)),
    tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=["accuracy"])
model.fit(preprocess_input(images), labels, epochs=6, verbose=2)  # diagnosis: pixels_prepared_twice

loss, accuracy = model.evaluate(preprocess_input(images), labels, verbose=0)  # diagnosis: pixels_prepared_twice
print("on the same images:", accuracy)
