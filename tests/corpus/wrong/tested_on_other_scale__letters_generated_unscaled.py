"""It was trained on letters / n_vocab; what it generates is one letter over and over."""
import numpy as np
from tensorflow.keras.layers import LSTM, Dense, Input
from tensorflow.keras.models import Sequential
from tensorflow.keras.optimizers import Adam
from tensorflow.keras.utils import set_random_seed, to_categorical

set_random_seed(4)
raw_text = "the fox ran over the hill and the old dog slept under the tree. " * 12
chars = sorted(set(raw_text))
char_to_int = {c: i for i, c in enumerate(chars)}
int_to_char = dict(enumerate(chars))
n_vocab, seq_length = len(chars), 16

dataX, dataY = [], []
for i in range(len(raw_text) - seq_length):
    dataX.append([char_to_int[c] for c in raw_text[i:i + seq_length]])
    dataY.append(char_to_int[raw_text[i + seq_length]])
X = np.reshape(dataX, (len(dataX), seq_length, 1)) / float(n_vocab)
y = to_categorical(dataY)

model = Sequential([Input(shape=(seq_length, 1)), LSTM(48), Dense(y.shape[1], activation="softmax")])
model.compile(loss="categorical_crossentropy", optimizer=Adam(0.01), metrics=["accuracy"])
model.fit(X, y, epochs=15, batch_size=64, verbose=0)

pattern = list(dataX[3])
for _ in range(12):
    x = np.reshape(pattern, (1, len(pattern), 1))
    prediction = model.predict(x, verbose=0)  # diagnosis: tested_on_other_scale
    index = int(np.argmax(prediction))
    print(int_to_char[index], end="")
    pattern = pattern[1:] + [index]
