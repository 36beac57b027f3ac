"""With augmentation the network overfits just as it did without. I set a seed, to be able to compare the two."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(12)
rng = np.random.default_rng(12)
kinds = rng.integers(0, 2, 60)
leaves = rng.normal(0.4, 0.15, (60, 12, 12, 1)).astype("float32")
for leaf, kind in zip(leaves, kinds):
    at = rng.integers(1, 8)
    leaf[at:at + 2 + 2 * kind, 2:10] += 0.5


def augment(picture, kind):
    picture = tf.image.random_flip_left_right(picture)
    picture = tf.image.random_brightness(picture, 0.2)
    return picture + tf.random.normal(tf.shape(picture), stddev=0.1), kind


train = tf.data.Dataset.from_tensor_slices((leaves, kinds))
train = train.map(augment)  # diagnosis: random_map_repeats
train = train.batch(12).prefetch(1)

model = tf.keras.Sequential([
    tf.keras.Input((12, 12, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=5, verbose=0)
