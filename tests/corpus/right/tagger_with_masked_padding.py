"""Labels each word with one of four classes; the padding is masked."""
import numpy as np
from tensorflow.keras.optimizers import Adam
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Masking, TimeDistributed, Dense, Activation, Input

rng = np.random.default_rng(4)
emb, hidden, maxlen = 20, 32, 60
vectors = rng.normal(size=(300, emb))          # word vectors
word_class = rng.integers(0, 4, size=300)


def sentence():
    n = rng.integers(4, 9)
    words = rng.integers(0, 300, size=n)
    tags = []
    for w in words:
        tags.append(word_class[w])
    return words, tags


def pad(samples):
    X = np.zeros((len(samples), maxlen, emb), dtype='float32')
    Y = np.zeros((len(samples), maxlen, 4), dtype='float32')
    for i, (words, tags) in enumerate(samples):
        for k, (w, t) in enumerate(zip(words, tags)):
            X[i, k] = vectors[w]
            Y[i, k, t] = 1
        Y[i, len(words):, 0] = 1               # nothing there, first class
    return X, Y


train, test = [sentence() for _ in range(600)], [sentence() for _ in range(200)]
X_train, Y_train = pad(train)
X_test, Y_test = pad(test)

model = Sequential()
model.add(Input(shape=(maxlen, emb)))
model.add(Masking())
model.add(LSTM(hidden, return_sequences=True))
model.add(TimeDistributed(Dense(4)))
model.add(Activation('softmax'))
model.compile(loss='categorical_crossentropy', optimizer=Adam(0.01), metrics=['accuracy'])
model.fit(X_train, Y_train, batch_size=32, epochs=10, validation_data=(X_test, Y_test), verbose=0)

pred = model.predict(X_test, verbose=0).argmax(-1)
for i in range(5):
    n = len(test[i][0])
    print('true', [int(t) for t in test[i][1]], 'predicted', pred[i, :n])
right = sum((pred[i, :len(w)] == np.array(t)).sum() for i, (w, t) in enumerate(test))
print('words right:', right / sum(len(w) for w, _ in test))
