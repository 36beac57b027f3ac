import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
X = rng.normal(size=(96, 20)).astype("float32")
Y = rng.integers(0, 2, 96)
BATCH = 16


def gen():
    for x, y in zip(X, Y):
        yield x, y


ds = tf.data.Dataset.from_generator(
    gen,
    output_signature=(  # diagnosis: generator_gives_other_shapes
        tf.TensorSpec(shape=(BATCH, 20), dtype=tf.float32),
        tf.TensorSpec(shape=(BATCH,), dtype=tf.int64)))
model = tf.keras.Sequential([tf.keras.Input((20,)), tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(ds, epochs=2, verbose=0)
