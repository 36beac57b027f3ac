"""Augmenting layers are called with training=True in the training pipeline alone: right there."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
y = rng.integers(0, 2, 160)
x = rng.random((160, 24, 24, 1)).astype("float32") * 0.5
x[y == 1, 6:18, 6:18] += 0.4
augment = keras.Sequential([keras.layers.RandomFlip("horizontal"), keras.layers.RandomRotation(0.1)])
train = tf.data.Dataset.from_tensor_slices((x[:128], y[:128])).shuffle(128).batch(16)
train = train.map(lambda a, b: (augment(a, training=True), b)).prefetch(2)
valid = tf.data.Dataset.from_tensor_slices((x[128:], y[128:])).batch(16)
model = keras.Sequential([
    keras.Input((24, 24, 1)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.MaxPooling2D(),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=valid, epochs=4, verbose=0)
