"""Augment first, split afterwards - validation accuracy jumps around."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(12)
rng = np.random.default_rng(12)
y = rng.integers(0, 2, 200)
x = rng.random((200, 20, 20, 1)).astype("float32") * 0.5
x[y == 1, 5:15, 5:15] += 0.4


def augment(image, label):
    image = tf.image.random_flip_left_right(image)
    image = tf.image.random_contrast(image, 0.4, 1.6)
    return image, label


ds = tf.data.Dataset.from_tensor_slices((x, y)).map(augment)  # diagnosis: augmented_validation
train = ds.take(160).shuffle(160).batch(16)
valid = ds.skip(160).batch(16)
model = tf.keras.Sequential([
    tf.keras.Input((20, 20, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=valid, epochs=4, verbose=2)  # diagnosis: augmented_validation
