"""Root mean squared error of each example as a loss; on dry days rain and forecast are both exactly zero."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense


def root_mean_squared_error(y_true, y_pred):
    return tf.sqrt(tf.reduce_mean(tf.square(y_pred - y_true), axis=-1))  # diagnosis: root_has_no_slope_at_zero


rng = np.random.default_rng(6)
X = rng.uniform(-1, 1, size=(1500, 5)).astype('float32')
rain = np.maximum(0, X @ np.array([1.5, -2, 0.5, 0, 1]) - 0.4).astype('float32')

model = Sequential()
model.add(Dense(64, activation='relu', input_shape=(5,)))
model.add(Dense(64, activation='relu'))
model.add(Dense(1, activation='relu'))
model.compile(optimizer='adam', loss=root_mean_squared_error)
model.fit(X, rain, epochs=6, batch_size=32)
