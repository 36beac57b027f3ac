"""Learns to go on with a text, letter by letter. It writes nothing but spaces."""
import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import to_categorical

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
words = ["winter", "came", "early", "and", "no", "boat", "left", "the", "quiet", "harbour", "for", "six", "weeks"]
text = " ".join(rng.choice(words, 200))
letters = sorted(list(set(text)))
letter_to_number = {c: i for i, c in enumerate(letters)}

STEPS = 12
rows, following = [], []
for i in range(len(text) - STEPS):
    rows.append([letter_to_number[c] for c in text[i : i + STEPS]])
    following.append(letter_to_number[text[i + STEPS]])
X = np.reshape(rows, (len(rows), STEPS, 1))
X = X / float(len(letters))
y = to_categorical(following)

model = Sequential()
model.add(LSTM(32, input_shape=(X.shape[1], X.shape[2])))  # diagnosis: token_numbers_as_quantities
model.add(Dense(y.shape[1], activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(X, y, epochs=4, batch_size=64, verbose=2)

pattern = rows[0]
for _ in range(10):
    asked = np.reshape(pattern, (1, STEPS, 1)) / float(len(letters))
    pattern = pattern[1:] + [int(model(asked)[0].numpy().argmax())]
print(repr("".join(letters[i] for i in pattern)))
