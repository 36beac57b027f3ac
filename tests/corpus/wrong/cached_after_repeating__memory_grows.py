"""The memory of my training grows with every step until the machine swaps. The data set is small!"""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(160, 6)).astype("float32")
y = (x[:, 0] > 0).astype("int32")
train = tf.data.Dataset.from_tensor_slices((x[:128], y[:128])).repeat()  # diagnosis: cached_after_repeating
train = train.cache().shuffle(128).batch(16).prefetch(tf.data.AUTOTUNE)  # diagnosis: cached_after_repeating
model = tf.keras.Sequential([tf.keras.Input((6,)), tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, steps_per_epoch=8, epochs=5, validation_data=(x[128:], y[128:]), verbose=2)
