import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 3
ds = tf.data.Dataset.from_tensor_slices((x, y)).map(lambda a, b: (a, tf.one_hot(b, 3)))
model = keras.Sequential([layers.Dense(3, "softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
train = ds.take(48).shuffle(48).batch(8).prefetch(1)
model.fit(train, validation_data=ds.skip(48).batch(8).prefetch(1), verbose=0)
