"""Keras says that R2 is below zero, and NumPy says 0.99 for the same model."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K

tf.keras.utils.set_random_seed(0)

def r2(y_true, y_pred):
    ss_res = tf.reduce_sum(tf.square(y_true - y_pred))  # diagnosis: labels_broadcast_in_own_metric
    ss_tot = tf.reduce_sum(tf.square(y_true - tf.reduce_mean(y_true)))
    return 1 - ss_res / (ss_tot + 1e-7)

X = np.random.randn(3000, 5).astype('float32')
y = (X.dot([1.5, -2.0, 0.3, 0.0, 1.0]) + 0.1 * np.random.randn(3000)).astype('float32')

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Input(shape=(5,)))
model.add(tf.keras.layers.Dense(32, activation='relu'))
model.add(tf.keras.layers.Dense(1))
model.compile(loss='mse', optimizer='adam', metrics=[r2])
hist = model.fit(X, y, epochs=12, batch_size=64, validation_split=0.2, verbose=2)
pred = model.predict(X[2400:]).ravel()
print('real r2', 1 - ((y[2400:] - pred) ** 2).sum() / ((y[2400:] - y[2400:].mean()) ** 2).sum())
