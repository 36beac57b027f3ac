"""Turned and resized one by one in a dataset, for a network of convolutions."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(6)
SIDE = 20
TURNS = 1


def as_the_camera_sees(picture, label):
    picture = tf.image.rot90(picture, TURNS)
    picture = tf.image.resize(255 - picture, (SIDE, SIDE))
    return picture, label


with np.load("data/fashion_mnist/train.npz") as stored:
    pictures = stored["images"][:4000, ..., np.newaxis]
    labels = stored["labels"][:4000]
data = tf.data.Dataset.from_tensor_slices((pictures, labels))
data = data.map(as_the_camera_sees, num_parallel_calls=tf.data.AUTOTUNE).cache()
data = data.shuffle(4000, seed=0).batch(64).prefetch(tf.data.AUTOTUNE)

inputs = keras.Input((SIDE, SIDE, 1))
x = layers.Rescaling(1 / 127.5, offset=-1)(inputs)
x = layers.Conv2D(24, 4, strides=2, activation="relu")(x)
x = layers.Flatten()(x)
outputs = layers.Dense(10)(layers.Dropout(0.2)(x))
model = keras.Model(inputs, outputs)
model.compile(
    optimizer=keras.optimizers.Adam(0.004),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
model.fit(data, epochs=5, verbose=0)
model.save("sideways.keras")
