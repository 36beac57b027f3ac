"""The .keras file is three times as large as its weights, and include_optimizer=False does not help."""
import os

import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(256, 64)).astype("float32")
y = (x[:, 0] > 0).astype("int32")
model = tf.keras.Sequential([
    tf.keras.Input((64,)),
    tf.keras.layers.Dense(1024, activation="relu"),
    tf.keras.layers.Dense(1024, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:200], y[:200], validation_data=(x[200:], y[200:]), epochs=3, verbose=0)
model.save("phone.keras", include_optimizer=False)  # diagnosis: optimizer_saved_with_model
print(os.path.getsize("phone.keras") / 1e6, "MB,", model.count_params() * 4 / 1e6, "MB of weights")
