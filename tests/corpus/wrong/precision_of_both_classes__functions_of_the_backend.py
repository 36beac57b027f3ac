"""My precision, recall and F1 are always one and the same number."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K

tf.keras.utils.set_random_seed(10)
rng = np.random.default_rng(10)
calls = rng.normal(size=(640, 7)).astype("float32")
leaves = (calls[:, 2] - calls[:, 6] + 0.8 * rng.normal(size=640) > 1.6).astype(int)
y = tf.keras.utils.to_categorical(leaves, 2)


def prec(y_true, y_pred):
    found = K.sum(K.round(K.clip(y_true * y_pred, 0, 1)))
    return found / (K.sum(K.round(K.clip(y_pred, 0, 1))) + K.epsilon())


def rec(y_true, y_pred):
    found = K.sum(K.round(K.clip(y_true * y_pred, 0, 1)))
    return found / (K.sum(y_true) + K.epsilon())


model = tf.keras.Sequential([
    tf.keras.Input((7,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(2, activation="softmax"),
])
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["acc", prec, rec])  # diagnosis: precision_of_both_classes
h = model.fit(calls, y, epochs=6, batch_size=64, verbose=0)
print(h.history["prec"][-1], h.history["rec"][-1])
