import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(1000, 8)).astype("float32")
y = np.sort(np.arange(1000) % 10)
ds = tf.data.Dataset.from_tensor_slices((x, y)).batch(250)
model = keras.Sequential([keras.Input((8,)), layers.Dense(10, "softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(ds.unbatch().shuffle(1000).batch(100).prefetch(1), verbose=0)
print(model.evaluate(ds, verbose=0))
