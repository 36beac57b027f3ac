"""Half of my images should be flipped, but either all are or none is; it depends on when I start the script."""
import random

import keras
import numpy as np
import tensorflow as tf

random.seed(3)
keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.random((100, 10, 10, 3)).astype("float32")
y = rng.integers(0, 2, 100)
x[y == 1, :, :5] += 0.5


class Augmenter:
    def __init__(self, probability):
        self.probability = probability

    def __call__(self, image, label):
        if random.random() < self.probability:  # diagnosis: python_random_in_map
            image = tf.reverse(image, axis=[1])
        return image, label


train = tf.data.Dataset.from_tensor_slices((x[:80], y[:80])).shuffle(80)
train = train.map(Augmenter(0.5), num_parallel_calls=tf.data.AUTOTUNE)  # diagnosis: python_random_in_map
train = train.batch(10).prefetch(tf.data.AUTOTUNE)
model = keras.Sequential([
    keras.Input((10, 10, 3)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.003), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=(x[80:], y[80:]), epochs=4, verbose=2)
