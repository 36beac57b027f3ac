"""Brightness is drawn on the scale that the pictures have at that point, then cut back to it."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
labels = rng.integers(0, 2, 160)
images = rng.integers(0, 150, (160, 24, 24, 3)).astype(np.uint8)
images[labels == 1, :, 8:14] += 90


def prepare(image, label):
    return tf.image.convert_image_dtype(image, tf.float32), label


def augment(image, label):
    image = tf.image.random_brightness(image, 0.15)
    image = tf.image.random_contrast(image, 0.8, 1.25)
    return tf.clip_by_value(image, 0.0, 1.0), label


train = tf.data.Dataset.from_tensor_slices((images[:128], labels[:128])).map(prepare).cache()
train = train.shuffle(128).map(augment).batch(16).prefetch(2)
valid = tf.data.Dataset.from_tensor_slices((images[128:], labels[128:])).map(prepare).batch(16)
model = tf.keras.Sequential([
    tf.keras.Input((24, 24, 3)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.MaxPooling2D(),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=valid, epochs=5, verbose=0)
