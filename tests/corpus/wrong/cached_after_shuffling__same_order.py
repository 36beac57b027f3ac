"""Printing the first batch of each epoch shows the same labels in the same order again and again."""
import numpy as np
import tensorflow as tf

AUTOTUNE = tf.data.AUTOTUNE


def make_dataset(x, y, training):
    ds = tf.data.Dataset.from_tensor_slices((x, y))
    if training:
        ds = ds.shuffle(len(x))  # diagnosis: cached_after_shuffling
    ds = ds.map(lambda a, b: (tf.math.log1p(a), b), num_parallel_calls=AUTOTUNE)
    return ds.cache().batch(25).prefetch(AUTOTUNE)  # diagnosis: cached_after_shuffling


tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.lognormal(size=(250, 5)).astype("float32")
y = (x[:, 0] > x[:, 1]).astype("int32")
train, valid = make_dataset(x[:200], y[:200], True), make_dataset(x[200:], y[200:], False)
for epoch in range(2):
    print(next(iter(train))[1].numpy())

model = tf.keras.Sequential([
    tf.keras.Input((5,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=valid, epochs=5, verbose=2)
