"""Mixup: two independently shuffled copies of the pairs are zipped and blended."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

labels = rng.integers(0, 3, 240)
images = (rng.uniform(0, 0.6, (240, 10, 10, 1)) + 0.15 * labels[:, None, None, None]).astype("float32")
targets = tf.one_hot(labels, 3)
pairs = tf.data.Dataset.from_tensor_slices((images[:200], targets[:200]))


def mix(one, other):
    (x1, y1), (x2, y2) = one, other
    share = tf.random.uniform([], 0.7, 1.0)
    return share * x1 + (1 - share) * x2, share * y1 + (1 - share) * y2


mixed = tf.data.Dataset.zip((pairs.shuffle(200), pairs.shuffle(200))).map(mix).batch(20).prefetch(2)
held_out = tf.data.Dataset.from_tensor_slices((images[200:], targets[200:])).batch(20)
model = keras.Sequential([
    keras.Input((10, 10, 1)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.05), "categorical_crossentropy", metrics=["accuracy"])
model.fit(mixed, validation_data=held_out, epochs=8, verbose=0)
