"""ValueError: TimeDistributed should be passed an input_shape with at least 3 dimensions. It has three!"""
import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import LSTM, Bidirectional, Dense, Embedding, TimeDistributed

rng = np.random.default_rng(6)
words = rng.integers(1, 60, (120, 9))
tags = words % 4

model = keras.Sequential()
model.add(keras.Input((9,)))
model.add(Embedding(60, 12))
model.add(Bidirectional(LSTM(10)))  # diagnosis: return_sequences_missing
model.add(TimeDistributed(Dense(4, activation="softmax")))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(words, tags, epochs=2, verbose=0)
