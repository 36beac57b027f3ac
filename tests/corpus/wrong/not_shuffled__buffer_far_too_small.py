"""I do shuffle, with the buffer of the tutorial (32), and still every batch is one class only."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)
tf.keras.utils.set_random_seed(0)


def rows_of(kind, count):
    return (rng.normal(size=(count, 4)) + 2 * np.eye(4)[kind]).astype("float32")


x = np.concatenate([rows_of(kind, 400) for kind in range(4)])
y = np.repeat(np.arange(4), 400)
keep = np.arange(1600) % 5 > 0
train = tf.data.Dataset.from_tensor_slices((x[keep], y[keep]))
train = train.shuffle(buffer_size=32).batch(32).prefetch(tf.data.AUTOTUNE)  # diagnosis: not_shuffled
for _, labels in train.take(3):
    print(labels.numpy())

model = tf.keras.Sequential([
    layers.Input((4,)),
    layers.Dense(16, activation="relu"),
    layers.Dense(4, activation="softmax"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=(x[~keep], y[~keep]), epochs=4, verbose=2)  # diagnosis: not_shuffled
