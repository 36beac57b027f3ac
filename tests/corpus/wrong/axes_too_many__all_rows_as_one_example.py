"""Heart beats of three kinds, all of them in one block: "expected ndim=3, found ndim=4"."""
import numpy as np
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import to_categorical

rng = np.random.default_rng(9)
kind = rng.integers(3, size=240)
time = np.linspace(0, 3, 30)
beats = np.sin(time * (1 + kind[:, None])) + rng.normal(scale=0.1, size=(240, 30))

x_train = beats.reshape(1, 240, 30)
y_train = to_categorical(kind).reshape(1, 240, 3)

model = Sequential()
model.add(LSTM(16, input_shape=(1, 240, 30)))  # diagnosis: axes_too_many
model.add(Dense(3, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=3, verbose=0)
