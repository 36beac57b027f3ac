"""The same sequence twice, in a list, for attention: 'missing a required argument: value'."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(200, 50, 10)).astype('float32')
y = x[:, -5:, 0].mean(axis=1)

inputs = layers.Input(shape=(50, 10))
encoded = layers.BatchNormalization()(inputs)
encoded = layers.LSTM(64, return_sequences=True, recurrent_dropout=0.2)(encoded)
attended = layers.MultiHeadAttention(num_heads=10, key_dim=64)([encoded, encoded])  # diagnosis: tensors_given_otherwise
pooled = layers.GlobalAveragePooling1D()(attended)
outputs = layers.Dense(1)(pooled)
model = tf.keras.Model(inputs, outputs)
model.compile(loss='mse', optimizer='adam')
model.fit(x, y, epochs=2)
