import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 3
ds = tf.data.Dataset.from_tensor_slices((x, y, np.ones(64, "float32"))).shuffle(64).repeat().batch(8)
model = keras.Sequential([keras.Input((8,)), layers.Dense(3, "softmax")])
model.compile("adam", "sparse_categorical_crossentropy", weighted_metrics=["accuracy"])
model.fit(ds, steps_per_epoch=4, epochs=2, verbose=0)
