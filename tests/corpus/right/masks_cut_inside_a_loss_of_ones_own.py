import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
images = rng.uniform(0, 0.4, (96, 16, 16, 1)).astype("float32")
masks = np.zeros((96, 16, 16, 1), "float32")
for i in range(96):
    a, b = rng.integers(1, 9, 2)
    images[i, a:a + 6, b:b + 6] += 0.5
    masks[i, a:a + 6, b:b + 6] = 255


def cut(y_true, y_pred):
    foreground = tf.cast(tf.greater(y_true, 0.5), tf.float32)
    overlap = tf.reduce_sum(foreground * y_pred)
    bce = tf.reduce_mean(keras.losses.binary_crossentropy(foreground, y_pred))
    return bce + 1 - (2 * overlap + 1) / (tf.reduce_sum(foreground) + tf.reduce_sum(y_pred) + 1)


model = keras.Sequential([
    keras.Input((16, 16, 1)),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Conv2D(1, 1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.005), loss=cut, metrics=["accuracy"])
model.fit(images, masks, epochs=6, batch_size=16, validation_split=0.2, verbose=0)
predicted = model.predict(images[:4], verbose=0)
print(predicted.mean(), (predicted > 0.5).mean())
