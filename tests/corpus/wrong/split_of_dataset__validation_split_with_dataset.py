"""ValueError: Argument `validation_split` is only supported for tensors or NumPy arrays."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import *

x = np.random.default_rng(0).normal(size=(200, 6)).astype("float32")
y = x[:, :2].sum(axis=1)
ds = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(200).batch(20).prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([Input((6,)), Dense(16, activation="relu"), Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
model.fit(ds, epochs=3, validation_split=0.2)  # diagnosis: split_of_dataset
