import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dropout, Dense, Activation

rng = np.random.default_rng(3)
raw = np.cumsum(rng.normal(0, 0.1, (1006, 3)), axis=0)
raw = (raw - raw.mean(axis=0)) / raw.std(axis=0)
X = np.array([raw[i:i + 3] for i in range(1000)])
y = np.array([raw[i + 3:i + 6, 1:] for i in range(1000)])

n_features = 3
neurons = 50
ahead = 3
model = Sequential()
model.add(LSTM(neurons, input_shape=(3, n_features)))  # diagnosis: return_sequences_missing
model.add(Dropout(0.2))
model.add(Dense(ahead))
model.add(Activation("linear"))
model.compile(loss="mae", optimizer="adam")
model.fit(X, y, epochs=1)
