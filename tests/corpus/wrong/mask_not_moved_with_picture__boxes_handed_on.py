"""The boxes of my detector are off as soon as I flip pictures."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
n = 160
corner = rng.integers(0, 20, (n, 2))
images = rng.uniform(0, 0.2, (n, 32, 32, 1)).astype("float32")
for i, (top, left) in enumerate(corner):
    images[i, top:top + 10, left:left + 10] += 0.7
boxes = np.concatenate([corner, corner + 10], axis=1).astype("float32") / 32


def augment(image, box):
    image = tf.image.random_flip_left_right(image)  # diagnosis: mask_not_moved_with_picture
    return image, box


train = tf.data.Dataset.from_tensor_slices((images[:128], boxes[:128])).shuffle(128).map(augment).batch(16)
val = tf.data.Dataset.from_tensor_slices((images[128:], boxes[128:])).batch(16)
model = keras.Sequential([
    layers.Input((32, 32, 1)), layers.Conv2D(8, 3, strides=2, activation="relu"), layers.Flatten(), layers.Dense(32, activation="relu"), layers.Dense(4)
])
model.compile("adam", "mse")
model.fit(train, validation_data=val, epochs=6, verbose=0)
