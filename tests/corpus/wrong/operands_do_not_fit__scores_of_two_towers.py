"""Attention by hand: matmul of queries and keys."""
import keras
from keras import layers, ops

queries = keras.Input((6, 16))
keys = keras.Input((6, 16))
scores = ops.matmul(queries, keys)  # diagnosis: operands_do_not_fit
weights = ops.softmax(scores, axis=-1)
mixed = layers.GlobalAveragePooling1D()(ops.matmul(weights, keys))
model = keras.Model([queries, keys], layers.Dense(1)(mixed))
model.compile(optimizer="adam", loss="mse")
model.summary()
