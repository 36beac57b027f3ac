"""My loss is called bce_dice: it is the cross-entropy plus one minus the dice of each picture."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(2)
scans = rng.random((96, 32, 32, 1)).astype("float32") * 0.5
tumours = np.zeros((96, 32, 32, 1), "float32")
for k in range(96):
    top, left = rng.integers(2, 20, 2)
    scans[k, top:top + 10, left:left + 10] += 0.5
    tumours[k, top:top + 10, left:left + 10] = 1


def dice_loss(wanted, given):
    both = tf.reduce_sum(wanted * given, axis=[1, 2, 3])
    total = tf.reduce_sum(wanted, axis=[1, 2, 3]) + tf.reduce_sum(given, axis=[1, 2, 3])
    return 1.0 - (2.0 * both + 1.0) / (total + 1.0)


def bce_dice(wanted, given):
    entropy = tf.keras.losses.binary_crossentropy(wanted, given)
    return tf.reduce_mean(entropy, axis=[1, 2]) + dice_loss(wanted, given)


model = tf.keras.Sequential([
    layers.Input((32, 32, 1)),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Conv2D(1, 1, activation="sigmoid"),
])
model.compile(optimizer=tf.keras.optimizers.Adam(5e-3), loss=bce_dice, metrics=[tf.keras.metrics.BinaryIoU(target_class_ids=[1])])
model.fit(scans[:80], tumours[:80], validation_data=(scans[80:], tumours[80:]), epochs=8, batch_size=16, verbose=2)
