"""Rise, fall or no change of 40 numbers; after ten epochs the loss is 1.096, as at the start."""
import numpy as np
from tensorflow.keras import optimizers
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dropout, Dense
from tensorflow.keras.utils import to_categorical, set_random_seed

set_random_seed(6)
rng = np.random.default_rng(6)


def make(n):
    x = rng.integers(-1, 2, size=(n, 40))
    s = x[:, -12:].sum(axis=1)
    y = np.where(s < -1, 0, np.where(s > 1, 2, 1))
    return x, y


def train(x, y, x_test, y_test):
    x_train = np.array(x)
    y_train = to_categorical(np.array(y), 3)
    model = Sequential()
    model.add(Embedding(x_train.shape[0], output_dim=16))
    model.add(LSTM(32))
    model.add(Dropout(0.5))
    model.add(Dense(3, activation='softmax'))
    opt = optimizers.SGD(learning_rate=0.001)  # diagnosis: learning_rate_too_low
    model.compile(loss='categorical_crossentropy', optimizer=opt, metrics=['accuracy'])  # diagnosis: learning_rate_too_low
    model.fit(x_train, y_train, batch_size=128, epochs=10, verbose=0)
    y_test = to_categorical(y_test, 3)
    score = model.evaluate(x_test, y_test, batch_size=128, verbose=0)
    prediction = model.predict(x_test, verbose=0)
    return score, prediction


X, Y = make(1000)
XT, YT = make(400)
score, prediction = train(X, Y, XT, YT)
print(score, prediction[:4])
