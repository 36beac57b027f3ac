"""I cut my rows into blocks of ten, each row has its label, and fit says that the shapes differ."""
import numpy as np
import pandas as pd
import tensorflow as tf
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

np.random.seed(3)


def read_training_data(rows=2520, cols=12):
    feats = np.random.randn(rows, cols)
    frame = pd.DataFrame(feats)
    frame["label"] = (feats[:, 0] + feats[:, 1] - 0.5 * feats[:, 2] > 0).astype(int)
    return frame


table = read_training_data()
x_train = np.array(table.iloc[:2020, :12]).reshape(-1, 10, 12)
y_train = np.array(table.iloc[:2020, -1:]).reshape(-1, 10, 1)
x_test = np.array(table.iloc[2020:, :12]).reshape(-1, 10, 12)
y_test = np.array(table.iloc[2020:, -1:]).reshape(-1, 10, 1)

model = Sequential()
model.add(LSTM(10, return_sequences=True, input_shape=(10, 12)))
model.add(LSTM(10, return_sequences=True))
model.add(LSTM(10))  # diagnosis: return_sequences_missing
model.add(Dense(1, activation="sigmoid"))
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer="adam", metrics=["accuracy"])
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=5, batch_size=8, verbose=2)
