"""Predicts the next word of six; it only ever says words from the middle of the alphabet."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dropout, Dense, Activation

text = ("the cat sat on the mat and the dog lay by the door while the old man read a book "
        "in the garden the bird sang a song to the tree and the wind blew over the hill "
        "then the cat ran after the bird and the dog ran after the cat until the man closed the book ") * 12
words = text.split()
vocab = sorted(set(words))
word2idx = {w: i for i, w in enumerate(vocab)}
idx2word = {i: w for w, i in word2idx.items()}
vocsize = len(vocab)
maxlen = 6

X, y = [], []
for i in range(len(words) - maxlen):
    X.append([word2idx[w] for w in words[i:i + maxlen]])
    y.append(word2idx[words[i + maxlen]])
X, y = np.array(X), np.array(y)
print(X.shape, y.shape, vocsize)

model = Sequential()
model.add(Embedding(vocsize, 32))
model.add(LSTM(64, return_sequences=True))
model.add(Dropout(0.2))
model.add(LSTM(64, return_sequences=False))
model.add(Dropout(0.2))
model.add(Dense(1))  # diagnosis: class_numbers_as_targets
model.add(Activation("linear"))
model.compile(loss="mse", optimizer="rmsprop")  # diagnosis: class_numbers_as_targets
model.fit(X, y, epochs=12, batch_size=32, verbose=0)

print([idx2word[int(i)] for i in model.predict(X[:10], verbose=0).round().clip(0, vocsize - 1)[:, 0]])
