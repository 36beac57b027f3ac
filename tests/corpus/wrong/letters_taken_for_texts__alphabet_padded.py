"""Rows of nine letters, I thought: each has eight zeros and one number."""
import numpy as np
from tensorflow.keras.layers import LSTM, Dense, Embedding
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.preprocessing.text import Tokenizer

song = "doremifasolatido" * 30
t = Tokenizer(lower=True, split=" ")
t.fit_on_texts(song)
rows = pad_sequences(t.texts_to_sequences(song), maxlen=9)  # diagnosis: letters_taken_for_texts
letters = len(t.word_index) + 1
following = np.roll(rows[:, -1], -1)

model = Sequential([Embedding(letters, 8), LSTM(16), Dense(letters, activation="softmax")])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(rows, following, epochs=3, verbose=2)
