"""Writes tunes in the manner of some that it has heard, each note drawn from its share."""
import numpy as np
from tensorflow.keras.layers import LSTM, Dense, Embedding
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import set_random_seed

set_random_seed(3)
rng = np.random.default_rng(3)
NOTES = "c d e f g a b C D E F G".split()
tune = [0]
for _ in range(800):
    tune.append(int(np.clip(tune[-1] + rng.choice([-2, -1, 1, 2]), 0, 11)))
past = np.array([tune[i : i + 6] for i in range(794)])
following = np.array(tune[6:800])

net = Sequential([Embedding(12, 8), LSTM(16), Dense(12, activation="softmax")])
net.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
net.fit(past, following, epochs=12, verbose=0)

melody = tune[:6]
for _ in range(12):
    shares = net.predict(np.array([melody[-6:]]), verbose=0)[0].astype("float64")
    note = int(rng.choice(12, p=shares / shares.sum()))
    melody.append(note)
print(" ".join(NOTES[note] for note in melody))
