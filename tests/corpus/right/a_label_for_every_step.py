"""A state for every step of a window."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)
X = rng.normal(size=(200, 10, 100)).astype('float32')
state = (X[:, :, :5].argmax(axis=2))
Y = np.eye(5)[state]

inputs = tf.keras.Input(shape=(10, 100))
LSTM_1 = layers.LSTM(50, stateful=False, return_sequences=True)(inputs)
FC_1 = layers.Dense(50, activation='relu')(LSTM_1)
LSTM_2 = layers.LSTM(50, stateful=False, return_sequences=True)(FC_1)
label = layers.Dense(5, activation='softmax')(LSTM_2)
model = tf.keras.Model(inputs, label)
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(X, Y, epochs=8)
