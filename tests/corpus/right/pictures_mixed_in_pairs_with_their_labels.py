"""Mixup: every picture is blended with another one, and so are their labels; validation has plain ones."""
import numpy as np
import tensorflow as tf
from tensorflow import keras

rng = np.random.default_rng(1)
y = rng.integers(0, 2, 800).astype("float32")
x = rng.normal(0, 0.6, size=(800, 16, 16, 1)).astype("float32")
x[y == 1, 4:12, 4:12] += 0.6
x_train, y_train, x_val, y_val = x[:600], y[:600], x[600:], y[600:]


def mixup(images, labels):
    share = tf.random.uniform((tf.shape(images)[0], 1), 0.6, 1.0)
    other = tf.random.shuffle(tf.range(tf.shape(images)[0]))
    images = images * share[:, :, None, None] + tf.gather(images, other) * (1 - share[:, :, None, None])
    labels = labels[:, None] * share + tf.gather(labels, other)[:, None] * (1 - share)
    return images, labels


train = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(600).batch(32).map(mixup)
val = tf.data.Dataset.from_tensor_slices((x_val, y_val[:, None])).batch(32)

model = keras.Sequential([
    keras.layers.Input((16, 16, 1)),
    keras.layers.Conv2D(16, 3, activation="relu"),
    keras.layers.GlobalMaxPooling2D(),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(train, epochs=8, validation_data=val, verbose=0)
print(history.history["val_accuracy"][-1])
