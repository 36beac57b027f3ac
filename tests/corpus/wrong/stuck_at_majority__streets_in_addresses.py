"""0.95 right from the second epoch on, and not one street is found in the addresses."""
import numpy as np
from tensorflow.keras.layers import GRU, Bidirectional, Dense, Embedding, TimeDistributed
from tensorflow.keras.models import Sequential
from tensorflow.keras.optimizers import Adam

rng = np.random.default_rng(5)
lengths = rng.integers(8, 21, 512)
x = rng.integers(1, 80, (512, 20))
y = np.zeros((512, 20), "int64")
for row, length in enumerate(lengths):
    place = rng.integers(0, length - 1)
    x[row, place], y[row, place] = rng.integers(80, 90), 1
    x[row, length:] = 0

tagger = Sequential()
tagger.add(Embedding(90, 16, mask_zero=True))
tagger.add(Bidirectional(GRU(16, return_sequences=True)))
tagger.add(TimeDistributed(Dense(3, activation="softmax")))
tagger.compile(optimizer=Adam(4e-4), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
tagger.fit(x[:448], y[:448], epochs=6, batch_size=128, validation_data=(x[448:], y[448:]), verbose=0)  # diagnosis: stuck_at_majority
print(tagger.evaluate(x[448:], y[448:], verbose=0))
