"""Several tags can be right at once: sigmoid outputs, binary cross-entropy, a binary accuracy."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import *

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(400, 6)).astype("float32")
tags = np.stack([x[:, 0] > 0, x[:, 1] + x[:, 2] > 0, x[:, 3] > 1], axis=1).astype("float32")
model = tf.keras.Sequential([Input((6,)), Dense(24, activation="relu"), Dense(3, activation="sigmoid")])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["binary_accuracy"])
model.fit(x[:320], tags[:320], validation_data=(x[320:], tags[320:]), epochs=10, verbose=0)
print((model.predict(x[320:323], verbose=0) > 0.5).astype(int), tags[320:323])
