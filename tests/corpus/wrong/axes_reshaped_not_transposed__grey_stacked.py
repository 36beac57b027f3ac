"""Grey pictures for MobileNet: np.reshape(x, (n, 32, 32, 3)) after stacking, result looks like stripes."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(18)
rng = np.random.default_rng(18)
labels = rng.integers(0, 2, 60)
grey = rng.random((60, 32, 32)).astype("float32") * 0.5
grey[labels == 1, 8:24, 8:24] += 0.4
stacked = np.stack([grey, grey, grey], axis=1)
rgb = stacked.reshape(60, 32, 32, 3)  # diagnosis: axes_reshaped_not_transposed

model = tf.keras.Sequential([
    tf.keras.Input((32, 32, 3)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.MaxPooling2D(),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(rgb[:48], labels[:48], validation_data=(rgb[48:], labels[48:]), epochs=4, verbose=2)
