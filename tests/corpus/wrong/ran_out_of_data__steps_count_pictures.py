import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 320)
pictures = (rng.random((320, 12, 12, 1)) * 0.5 + labels[:, None, None, None] * 0.3).astype("float32")


def batches(size=32):
    for i in range(0, len(pictures), size):
        yield pictures[i:i + size], labels[i:i + size]


model = tf.keras.Sequential([
    tf.keras.Input((12, 12, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(
    batches(),
    steps_per_epoch=len(pictures),  # diagnosis: ran_out_of_data
    epochs=4,
    verbose=2,
)
