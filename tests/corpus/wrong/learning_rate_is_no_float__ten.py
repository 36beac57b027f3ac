"""compile stops, though the rate is a plain number."""
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.optimizers import Adam

X = np.random.rand(600, 4)
y = X.sum(axis=1) + 0.5 * X[:, 0] * X[:, 3]
model = Sequential()
model.add(Dense(32, input_dim=4, activation='relu'))
model.add(Dense(16, activation='relu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer=Adam(learning_rate=10))  # diagnosis: learning_rate_is_no_float
model.fit(X, y, epochs=20, batch_size=32, verbose=0)
print(model.predict(X[:5]), y[:5])
