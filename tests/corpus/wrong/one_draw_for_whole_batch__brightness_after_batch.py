"""Plotted a batch after augmentation: every picture of it is equally bright. Should be random per picture."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
y = rng.integers(0, 2, 128)
x = rng.random((128, 16, 16, 3)).astype("float32") * 0.6
x[y == 1, 4:12, 4:12] += 0.3


def augment(images, labels):
    images = tf.image.random_brightness(images, 0.2)  # diagnosis: one_draw_for_whole_batch
    images = tf.image.random_contrast(images, 0.7, 1.3)  # diagnosis: one_draw_for_whole_batch
    return images, labels


train = (
    tf.data.Dataset.from_tensor_slices((x[:96], y[:96]))
    .shuffle(96)
    .batch(32)
    .map(augment)  # diagnosis: one_draw_for_whole_batch
    .prefetch(2)
)
model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 3)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=(x[96:], y[96:]), epochs=4, verbose=2)
