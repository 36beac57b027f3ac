"""Validation accuracy is 0.99 with random labels! Something must leak, but I use take and skip as told."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
features = rng.normal(size=(200, 40)).astype("float32")
labels = rng.integers(0, 2, 200)  # nothing to learn, on purpose

dataset = tf.data.Dataset.from_tensor_slices((features, labels))
dataset = dataset.shuffle(200)  # diagnosis: validation_overlaps_training
train_size = int(0.8 * 200)
train_ds = dataset.take(train_size).batch(20).prefetch(tf.data.AUTOTUNE)  # diagnosis: validation_overlaps_training
val_ds = dataset.skip(train_size).batch(20).prefetch(tf.data.AUTOTUNE)  # diagnosis: validation_overlaps_training

model = tf.keras.Sequential([
    tf.keras.Input((40,)),
    tf.keras.layers.Dense(128, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.005), "binary_crossentropy", metrics=["accuracy"])
model.fit(train_ds, validation_data=val_ds, epochs=15, verbose=2)
