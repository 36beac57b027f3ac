"""The reader is a model of its own: the mask of the padding reaches its recurrent layer all the same."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(11)
rng = np.random.default_rng(11)
LONGEST, KINDS = 9, 20

lengths = rng.integers(3, LONGEST + 1, 500)
codes = np.zeros((500, LONGEST), dtype="int32")
for row, length in enumerate(lengths):
    codes[row, :length] = rng.integers(1, KINDS, length)
last = codes[np.arange(500), lengths - 1]
labels = (last >= KINDS // 2).astype("int32")

vectors = keras.Input((LONGEST, 12))
reader = keras.Model(vectors, layers.GRU(24)(layers.Dense(12, activation="tanh")(vectors)))

read = keras.Input((LONGEST,), dtype="int32")
embedded = layers.Embedding(KINDS, 12, mask_zero=True)(read)
model = keras.Model(read, layers.Dense(1, activation="sigmoid")(reader(embedded)))
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(codes[:400], labels[:400], validation_data=(codes[400:], labels[400:]), epochs=8, verbose=2)
