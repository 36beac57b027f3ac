"""Does batch before shuffle matter? My batches always hold the same examples together."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.uniform(-1, 1, (400, 3)).astype("float32")
y = np.sin(3 * x[:, 0]) + x[:, 1] * x[:, 2]
order = np.argsort(y)  # the file was sorted by target
x, y = x[order], y[order].astype("float32")

train_x, train_y = x[::2], y[::2]
val = tf.data.Dataset.from_tensor_slices((x[1::2], y[1::2])).batch(20).prefetch(1)
train = (
    tf.data.Dataset.from_tensor_slices((train_x, train_y))
    .batch(20)  # diagnosis: shuffled_after_batching
    .shuffle(200)  # diagnosis: shuffled_after_batching
    .prefetch(tf.data.AUTOTUNE)
)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
model.fit(train, validation_data=val, epochs=10, verbose=0)
print(model.evaluate(val, verbose=0))
