"""tf.image works on uint8 with a delta below one: it converts, changes and converts back."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
labels = rng.integers(0, 2, 120)
images = rng.integers(0, 150, (120, 20, 20, 3)).astype(np.uint8)
images[labels == 1, 6:12] += 90


def augment(image, label):
    image = tf.image.random_brightness(image, 0.2)
    image = tf.image.random_saturation(image, 0.8, 1.2)
    return image, label


def scale(image, label):
    return tf.cast(image, tf.float32) / 255.0, label


train = tf.data.Dataset.from_tensor_slices((images[:96], labels[:96])).shuffle(96).map(augment).map(scale).batch(12)
valid = tf.data.Dataset.from_tensor_slices((images[96:], labels[96:])).map(scale).batch(12)
model = tf.keras.Sequential([
    tf.keras.Input((20, 20, 3)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.MaxPooling2D(),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train.prefetch(2), validation_data=valid, epochs=5, verbose=0)
