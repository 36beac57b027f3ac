import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(300, 8)).astype("float32")
y = np.arange(300) % 10
ds = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(300).batch(30)
model = keras.Sequential([keras.Input((8,)), layers.Dense(10, "softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(ds, verbose=0)
