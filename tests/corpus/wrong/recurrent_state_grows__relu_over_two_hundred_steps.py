"""LSTM with relu as in the article, on two hundred steps of my sensors. The loss is huge or nan."""
import numpy as np
from keras import Sequential, layers, utils

utils.set_random_seed(0)
rng = np.random.default_rng(0)
minutes = np.arange(2600)
load = np.sin(minutes / 15)[:, None] * np.linspace(0.5, 2, 8) + rng.normal(0, 0.3, (2600, 8))
degrees = (6 * load).astype("float32")
look_back = 200

X = np.stack([degrees[i : i + look_back] for i in range(0, len(degrees) - look_back, 4)])
y = degrees[look_back::4, 0] / 6
X_train, y_train = X[:440], y[:440]

model = Sequential()
model.add(layers.Input((look_back, 8)))
model.add(layers.LSTM(64, activation="relu", return_sequences=True))  # diagnosis: recurrent_state_grows
model.add(layers.LSTM(64, activation="relu"))
model.add(layers.Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(X_train, y_train, epochs=5, batch_size=32, verbose=2)
