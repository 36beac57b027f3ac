"""F1 metric far above 1, sklearn says 0.8."""
import numpy as np
from sklearn.metrics import f1_score
from tensorflow import keras
from tensorflow.keras import layers
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.RandomState(1)
X = rng.normal(size=(1200, 8))
y = (X[:, 0] + 0.5 * X[:, 1] + 0.3 * rng.normal(size=1200) > 0.8).astype('float32')


def f1(y_true, y_pred):
    y_pred = tf.round(y_pred)
    tp = tf.reduce_sum(y_true * y_pred)  # diagnosis: labels_broadcast_in_own_metric
    possible = tf.reduce_sum(y_true)
    predicted = tf.reduce_sum(y_pred)
    precision = tp / (predicted + 1e-7)
    recall = tp / (possible + 1e-7)
    return 2 * precision * recall / (precision + recall + 1e-7)


model = keras.Sequential()
model.add(layers.Input((8,)))
model.add(layers.Dense(16, activation='relu'))
model.add(layers.Dense(1, activation='sigmoid'))
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=[f1])
model.fit(X[:900], y[:900], epochs=10, verbose=2)
print(f1_score(y[900:], model.predict(X[900:], verbose=0)[:, 0] > 0.5))
