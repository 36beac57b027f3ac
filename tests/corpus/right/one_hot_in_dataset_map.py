import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(64, 8)).astype("float32")
y = np.arange(64) % 3
ds = tf.data.Dataset.from_tensor_slices((x, y)).map(lambda a, b: (a, tf.one_hot(b, 3))).batch(8)
model = keras.Sequential([layers.Dense(3, "softmax")])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(ds, validation_data=ds, verbose=0)
