"""The next bit of a sequence of bits follows from the three before; it stays at half of them right."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense, Input


def make_sequence(n):
    s = [1, 0, 0]
    while len(s) < n:
        s.append(s[-1] ^ s[-3])
    return np.array(s)


def to_windows(s, back=3):
    vx, vy = [], []
    for i in range(len(s) - back):
        vx.append(s[i:i + back])
        vy.append(s[i + back])
    return np.array(vx).reshape(-1, back, 1), np.array(vy).reshape(-1, 1)


train = make_sequence(3000)
vecX, vecY = to_windows(train)
print(vecX.shape, vecY.shape)

LSTM_net = Sequential()
LSTM_net.add(Input(shape=(3, 1)))
LSTM_net.add(LSTM(10))
LSTM_net.add(Dense(1, activation="sigmoid"))
LSTM_net.compile(optimizer="adagrad", loss="binary_crossentropy", metrics=["accuracy"])  # diagnosis: learning_rate_too_low
LSTM_net.fit(vecX, vecY, batch_size=64, epochs=15, verbose=0)  # diagnosis: learning_rate_too_low

print(LSTM_net.predict(vecX[:10], verbose=0).ravel(), vecY[:10].ravel())
