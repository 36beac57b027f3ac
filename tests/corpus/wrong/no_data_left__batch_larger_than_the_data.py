"""fit runs without error, but the loss is 0.0 and nothing is trained. 40 training pictures."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
images = rng.random((50, 8, 8, 1)).astype("float32")
labels = (images.mean(axis=(1, 2, 3)) > 0.5).astype("int32")
BATCH_SIZE = 64
ds = tf.data.Dataset.from_tensor_slices((images, labels))
train = ds.take(40).shuffle(40).batch(BATCH_SIZE, drop_remainder=True).prefetch(1)  # diagnosis: no_data_left
val = ds.skip(40).batch(10).prefetch(1)
model = tf.keras.Sequential([
    tf.keras.Input((8, 8, 1)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=3, verbose=2)  # diagnosis: no_data_left
