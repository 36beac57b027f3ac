"""Argument `output` must have rank `target.ndim - 1`, only with my dataset."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")

data = tf.data.Dataset.from_tensor_slices((x, np.arange(64) % 3))
data = data.map(lambda a, b: (a, tf.one_hot(b, 3))).shuffle(64).batch(8)
model = keras.Sequential([layers.Dense(3, "softmax")])
model.compile(
    "adam",
    "sparse_categorical_crossentropy",  # diagnosis: one_hot_labels_with_sparse_loss
)
model.fit(data, verbose=0)
