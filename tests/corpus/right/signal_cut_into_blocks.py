"""A long recording is cut into blocks that do not overlap; each block gets one class."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

blocks, length = 160, 64
kinds = rng.integers(0, 2, blocks)
time = np.arange(length)
signal = np.concatenate([np.sin(time * (0.2 + 0.4 * k)) + rng.normal(size=length) * 0.1 for k in kinds])
data = tf.data.Dataset.from_tensor_slices(signal.astype("float32"))
data = data.window(length, shift=length, drop_remainder=True).flat_map(lambda w: w.batch(length))
data = tf.data.Dataset.zip((data.map(lambda w: w[:, None]), tf.data.Dataset.from_tensor_slices(kinds)))
train, held_out = data.take(120).shuffle(120, seed=0).batch(12), data.skip(120).batch(12)
model = keras.Sequential([
    keras.Input((length, 1)),
    keras.layers.Conv1D(8, 7, strides=2, activation="relu"),
    keras.layers.GlobalMaxPooling1D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(train.prefetch(1), validation_data=held_out.prefetch(1), epochs=6, verbose=0)
