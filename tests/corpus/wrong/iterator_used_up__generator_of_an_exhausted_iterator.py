"""The first epoch trains, from the second on there is no data any more ('ran out of data')."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
tf.keras.utils.set_random_seed(0)
rows = rng.normal(size=(120, 3)).astype("float32")
targets = rows.sum(axis=1, keepdims=True)
lines = ((row, target) for row, target in zip(rows, targets))  # diagnosis: iterator_used_up


def read():
    for row, target in lines:  # diagnosis: iterator_used_up
        yield row, target


signature = (tf.TensorSpec((3,), tf.float32), tf.TensorSpec((1,), tf.float32))
train = tf.data.Dataset.from_generator(read, output_signature=signature)  # diagnosis: iterator_used_up
train = train.shuffle(120).batch(12).prefetch(tf.data.AUTOTUNE)
model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(8, activation="relu"), tf.keras.layers.Dense(1)])
model.compile(tf.keras.optimizers.Adam(0.01), "mse")
history = model.fit(train, epochs=4, verbose=2)  # diagnosis: iterator_used_up
print(history.history, "batches left:", sum(1 for _ in train))
