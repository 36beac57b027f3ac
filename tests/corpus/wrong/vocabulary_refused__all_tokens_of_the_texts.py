"""Vocabulary out of my texts; StringLookup wants me to uniquify my dataset."""
import keras
import numpy as np

texts = ["the sea is calm today", "the storm is over the sea", "calm winds today", "a storm at night"]
tokens = " ".join(texts).split()
lookup = keras.layers.StringLookup(vocabulary=tokens)  # diagnosis: vocabulary_refused
numbers = [np.array(lookup(text.split())) for text in texts]
rows = keras.utils.pad_sequences(numbers, maxlen=6)
model = keras.Sequential([keras.Input((6,)), keras.layers.Embedding(len(tokens) + 1, 4), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(rows, np.array([0, 1, 0, 1]), epochs=2, verbose=2)
