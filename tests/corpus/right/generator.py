import keras
import numpy as np
import tensorflow as tf
from keras import layers

rng = np.random.default_rng(0)


def gen():
    for k in range(16):
        yield rng.normal(size=8).astype("float32"), k % 3


ds = tf.data.Dataset.from_generator(
    gen, output_signature=(tf.TensorSpec((8,), tf.float32), tf.TensorSpec((), tf.int32))
).batch(8)
model = keras.Sequential([keras.Input((8,)), layers.Dense(3, "softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(ds, verbose=0)
