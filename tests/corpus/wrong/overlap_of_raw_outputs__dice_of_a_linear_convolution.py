"""Dice loss for cell nuclei: it falls to 0.6 and stays, the masks are grey blurs"""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)
cells = rng.random((128, 32, 32, 1)).astype("float32") * 0.5
nuclei = np.zeros_like(cells)
for i in range(128):
    a, b = rng.integers(0, 22, 2)
    cells[i, a:a + 9, b:b + 9] += 0.5
    nuclei[i, a:a + 9, b:b + 9] = 1


def dice(y_true, y_pred):
    y_true, y_pred = tf.reshape(y_true, [-1]), tf.reshape(y_pred, [-1])
    both = tf.reduce_sum(y_true * y_pred)
    return (2 * both + 1) / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred) + 1)


def dice_loss(y_true, y_pred):
    return 1 - dice(y_true, y_pred)


entry = layers.Input((32, 32, 1))
x = layers.Conv2D(16, 3, padding="same", activation="relu")(entry)
y = layers.Conv2D(32, 3, padding="same", activation="relu")(layers.MaxPooling2D()(x))
z = layers.concatenate([layers.UpSampling2D()(y), x])
mask = layers.Conv2D(1, 1, name="mask")(z)  # diagnosis: overlap_of_raw_outputs
model = tf.keras.Model(entry, mask)
model.compile("adam", loss=dice_loss, metrics=[dice])
model.fit(cells[:100], nuclei[:100], validation_data=(cells[100:], nuclei[100:]), epochs=6, batch_size=16, verbose=2)
