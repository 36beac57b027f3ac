"""setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions."""
import random

import keras
import numpy as np

random.seed(1)
songs = [[random.randrange(40) for _ in range(random.randrange(4, 9))] for _ in range(50)]
labels = np.array([len(song) > 6 for song in songs]).astype("int32")
x = np.array(songs)  # diagnosis: rows_make_no_array
model = keras.Sequential([keras.layers.Embedding(40, 4), keras.layers.GRU(4), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, labels, epochs=2)
