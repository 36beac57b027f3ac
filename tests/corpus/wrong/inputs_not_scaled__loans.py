"""Accuracy stuck at 0.5 and every prediction the same."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

rng = np.random.default_rng(31)
n = 800
income = rng.uniform(15000, 250000, n)
debt = rng.uniform(0, 90000, n)
years = rng.integers(0, 40, n)
late = rng.integers(0, 6, n)
default = ((debt / income > 0.45) | (late > 4)).astype(int)
X = np.column_stack([income, debt, years, late])
Y = default

model = Sequential()
model.add(Dense(12, input_dim=4, activation='relu'))
model.add(Dense(8, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='sgd', metrics=['accuracy'])
model.fit(X[:600], Y[:600], epochs=15, batch_size=10, validation_data=(X[600:], Y[600:]), verbose=2)  # diagnosis: inputs_not_scaled
print(model.predict(X[600:610]))
