"""I batch, cache and then shuffle, so that the cache holds whole batches. Is the shuffling still worth anything?"""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
kinds = rng.integers(0, 3, 600)
readings = rng.normal(0, 0.4, (600, 6)).astype("float32")
readings[np.arange(600), 2 * kinds] += 1.5

train = tf.data.Dataset.from_tensor_slices((readings[:500], kinds[:500]))
train = train.batch(25)  # diagnosis: shuffled_after_batching
train = train.cache()
train = train.shuffle(1000)  # diagnosis: shuffled_after_batching
train = train.repeat()
rest = tf.data.Dataset.from_tensor_slices((readings[500:], kinds[500:])).batch(100)

model = keras.Sequential([
    keras.Input((6,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(3, activation="softmax")
])
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, steps_per_epoch=20, epochs=8, validation_data=rest, verbose=0)
print(model.evaluate(rest, verbose=0))
