"""Quick experiment on a tenth of the data: accuracy 1.0 after one epoch, on the test set 0.25."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(11)
rng = np.random.default_rng(11)
y = np.repeat(np.arange(4), 100)
x = rng.normal(size=(400, 8)).astype("float32")
x[np.arange(400), y * 2] += 3.0

train = tf.data.Dataset.from_tensor_slices((x, y)).take(80).shuffle(80).batch(16)  # diagnosis: not_shuffled
order = rng.permutation(400)[:100]
model = tf.keras.Sequential([
    tf.keras.Input((8,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(4, activation="softmax"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=4, validation_data=(x[order], y[order]), verbose=2)
