"""Augmentation brings nothing at all, the network overfits exactly as before."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
labels = rng.integers(0, 2, 120)
pictures = rng.random((120, 16, 16, 1)).astype("float32")
pictures[labels == 1, :, 5:11] *= 0.5


def augment(picture, label):
    picture = tf.image.random_flip_left_right(picture)
    picture = tf.image.random_brightness(picture, 0.2)
    return picture, label


def pipeline(start, stop, training=False):
    ds = tf.data.Dataset.from_tensor_slices((pictures[start:stop], labels[start:stop]))
    if training:
        ds = ds.map(augment, num_parallel_calls=tf.data.AUTOTUNE)  # diagnosis: random_augmentation_cached
    ds = ds.cache()  # diagnosis: random_augmentation_cached
    if training:
        ds = ds.shuffle(stop - start)
    return ds.batch(12).prefetch(tf.data.AUTOTUNE)


train_ds, val_ds = pipeline(0, 90, training=True), pipeline(90, 120)
model = tf.keras.Sequential([
    layers.Input((16, 16, 1)),
    layers.Conv2D(16, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(train_ds, validation_data=val_ds, epochs=6, verbose=2)
