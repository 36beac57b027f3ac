"""Augmented pictures look completely white or completely black when I plot them."""
import numpy as np
import tensorflow as tf

tf.random.set_seed(5)
rng = np.random.default_rng(5)
labels = rng.integers(0, 2, 160)
images = rng.integers(0, 120, (160, 28, 28, 3)).astype(np.uint8)
images[labels == 1, 8:20, 8:20] += 100


def load(image, label):
    return tf.cast(image, tf.float32) / 255.0, label


def augment(image, label):
    image = tf.image.random_flip_left_right(image)
    image = tf.image.random_brightness(image, max_delta=50)  # diagnosis: brightness_on_other_scale
    image = tf.clip_by_value(image, 0.0, 1.0)
    return image, label


train = tf.data.Dataset.from_tensor_slices((images[:120], labels[:120])).shuffle(120)
train = train.map(load).map(augment).batch(16).prefetch(2)
test = tf.data.Dataset.from_tensor_slices((images[120:], labels[120:])).map(load).batch(16)

model = tf.keras.Sequential([
    tf.keras.layers.Input((28, 28, 3)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.MaxPool2D(2),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=test, epochs=4)
