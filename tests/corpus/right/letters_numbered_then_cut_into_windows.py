"""A Tokenizer numbers the letters of one string; windows of nine are cut from the numbers."""
import keras
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer

song = "doremifasolatido" * 30
t = Tokenizer()
t.fit_on_texts(song)
numbers = np.array([row[0] for row in t.texts_to_sequences(song)])
rows = np.array([numbers[i : i + 9] for i in range(len(numbers) - 9)])
letters = len(t.word_index) + 1

model = keras.Sequential(
    [keras.layers.Embedding(letters, 8), keras.layers.LSTM(24), keras.layers.Dense(letters, activation="softmax")]
)
model.compile(loss="sparse_categorical_crossentropy", optimizer=keras.optimizers.Adam(0.02), metrics=["accuracy"])
model.fit(rows, numbers[9:], epochs=6, verbose=2)
