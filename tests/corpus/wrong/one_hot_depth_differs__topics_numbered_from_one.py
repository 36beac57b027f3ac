"""Topics 1, 2 and 3, one-hot: to_categorical makes a column for 0 as well."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dense, Dropout
from tensorflow.keras.utils import to_categorical, pad_sequences

rng = np.random.default_rng(5)
words = 400
texts, target = [], []
for _ in range(600):
    c = rng.integers(1, 4)
    length = rng.integers(5, 20)
    low = 1 + (c - 1) * 130
    texts.append(list(rng.integers(low, low + 130, length)))
    target.append(c)

X = pad_sequences(texts, maxlen=20)
y = np.array(target)
y_train, y_test = y[:480], y[480:]
X_train, X_test = X[:480], X[480:]

y_train = to_categorical(y_train)  # diagnosis: one_hot_depth_differs
y_test = to_categorical(y_test)

model = Sequential()
model.add(Embedding(words, 32))
model.add(LSTM(32))
model.add(Dropout(0.3))
model.add(Dense(3, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X_train, y_train, batch_size=32, epochs=3, validation_data=(X_test, y_test))
