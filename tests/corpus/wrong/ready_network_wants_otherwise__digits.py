# transfer learning on digits
import numpy as np
import tensorflow as tf

digits = np.random.default_rng(0).random((32, 28, 28, 1)).astype("float32")
x = np.repeat(digits, 3, axis=-1)
y = np.arange(32) % 10

base = tf.keras.applications.VGG16(
    weights=None, include_top=False, input_shape=x.shape[1:])  # diagnosis: ready_network_wants_otherwise
base.trainable = False
model = tf.keras.Sequential([base, tf.keras.layers.Flatten(), tf.keras.layers.Dense(10, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x, y)
