"""Loss is exactly the same for all inputs. Removed BatchNormalization and it suddenly works, why?"""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(200, 6)).astype("float32")
y = (x[:, 0] - x[:, 1] > 0).astype("float32")

model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(16),
    tf.keras.layers.BatchNormalization(),  # diagnosis: batch_norm_of_one_example
    tf.keras.layers.Activation("relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:160], y[:160], batch_size=1, epochs=3, validation_data=(x[160:], y[160:]), verbose=2)  # diagnosis: batch_norm_of_one_example
