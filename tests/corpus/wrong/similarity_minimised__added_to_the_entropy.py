"""bce + dice as the loss: the masks come out inverted or empty, though the entropy alone works"""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers, ops

rng = np.random.default_rng(5)
X = rng.random((80, 24, 24, 1)).astype("float32") * 0.6
Y = np.zeros_like(X)
for i in range(80):
    a, b = rng.integers(0, 14, 2)
    X[i, a:a + 9, b:b + 9] += 0.4
    Y[i, a:a + 9, b:b + 9] = 1


def dice_coef(y_true, y_pred, smooth=1.0):
    intersection = ops.sum(y_true * y_pred)
    return (2.0 * intersection + smooth) / (ops.sum(y_true) + ops.sum(y_pred) + smooth)


def bce_dice_loss(y_true, y_pred):
    bce = ops.mean(keras.losses.binary_crossentropy(y_true, y_pred))
    return 0.5 * bce + dice_coef(y_true, y_pred)  # diagnosis: similarity_minimised


net = keras.Sequential([
    keras.Input((24, 24, 1)),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Conv2D(8, 3, padding="same", activation="relu"),
    layers.Conv2D(1, 1, activation="sigmoid"),
])
net.compile(optimizer="adam", loss=bce_dice_loss, metrics=[dice_coef])
net.fit(X, Y, epochs=8, batch_size=16, verbose=2)
