"""A state for every step of a window; the second LSTM keeps its last state alone."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)
X = rng.normal(size=(200, 10, 100)).astype('float32')
state = (X[:, :, :5].argmax(axis=2))
Y = np.eye(5)[state]

inputs = tf.keras.Input(shape=(10, 100))
LSTM_1 = layers.LSTM(50, stateful=False, return_sequences=True)(inputs)
FC_1 = layers.Dense(50)(LSTM_1)
LSTM_2 = layers.LSTM(50, stateful=False, return_sequences=False)(FC_1)  # diagnosis: return_sequences_missing
label = layers.Dense(5, activation='softmax')(LSTM_2)
model = tf.keras.Model(inputs, label)
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(X, Y, epochs=3)
