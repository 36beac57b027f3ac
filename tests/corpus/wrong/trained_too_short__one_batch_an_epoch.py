"""It trains very fast but predicts 0.3 where it should say 6."""
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

np.random.seed(3)
X = np.random.rand(1000, 3)
y = X[:, 0] * 2 + X[:, 1] ** 2 - X[:, 2] + 5

model = Sequential()
model.add(Dense(20, input_dim=3, activation='relu'))
model.add(Dense(20, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer='adam')
model.fit(X, y, epochs=10, batch_size=2048, verbose=1)  # diagnosis: trained_too_short
print(model.predict(X[:5]), y[:5])
