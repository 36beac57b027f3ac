"""Epoch 1 never ends. There is no error, the counter of steps just goes on."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.normal(size=(100, 3)).astype("float32")
y = (x[:, 0] > 0).astype("float32")

train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(100).repeat().batch(10)  # diagnosis: endless_data
train = train.prefetch(tf.data.AUTOTUNE)
model = tf.keras.Sequential([
    tf.keras.Input((3,)),
    tf.keras.layers.Dense(8, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=3, verbose=0)  # diagnosis: endless_data
print("done")
