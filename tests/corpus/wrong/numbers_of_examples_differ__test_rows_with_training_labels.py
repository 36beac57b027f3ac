"""It trains without a complaint, and the accuracy stays where a coin is."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
cells = rng.normal(size=(600, 5)).astype("float32")
sick = (cells[:, 0] + cells[:, 1] > 0).astype("float32")
x_train, x_test = cells[:450], cells[450:]
y_train, y_test = sick[:450], sick[450:]

model = tf.keras.Sequential([
    tf.keras.Input((5,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x_test, y_train, validation_split=0.2, epochs=8, verbose=0)  # diagnosis: numbers_of_examples_differ
