"""Flips draw for each picture of a batch, and keras layers do so for brightness."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
y = rng.integers(0, 2, 128)
x = rng.random((128, 16, 16, 3)).astype("float32") * 0.6
x[y == 1, 4:12, 4:12] += 0.3
brighter = keras.layers.RandomBrightness(0.2, value_range=(0, 1))
train = tf.data.Dataset.from_tensor_slices((x[:96], y[:96])).shuffle(96).batch(32)
train = train.map(lambda a, b: (brighter(tf.image.random_flip_left_right(a), training=True), b)).prefetch(2)
model = keras.Sequential([
    keras.Input((16, 16, 3)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=(x[96:], y[96:]), epochs=5, verbose=0)
