"""Accuracy does not move by a digit, although nothing is random in my network."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

gen = np.random.default_rng(0)
x = gen.normal(size=(2000, 2)).astype("float32")
label = (np.hypot(x[:, 0], x[:, 1]) > 1.2).astype("int64")

# start from zero so that runs are repeatable
net = tf.keras.Sequential([
    tf.keras.layers.Input(shape=(2,)),
    tf.keras.layers.Dense(40, activation="relu", kernel_initializer="zeros", bias_initializer="zeros"),  # diagnosis: initial_weights_all_alike
    tf.keras.layers.Dense(40, activation="relu", kernel_initializer="zeros", bias_initializer="zeros"),  # diagnosis: initial_weights_all_alike
    tf.keras.layers.Dense(2, activation="softmax", kernel_initializer="zeros", bias_initializer="zeros"),
])
net.compile(tf.keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
log = net.fit(x, label, batch_size=32, epochs=10, validation_split=0.1)
print(log.history["accuracy"])
