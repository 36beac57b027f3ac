"""Loss of 1e11 and predictions around 500 for houses of 300000."""
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

rng = np.random.default_rng(3)
n = 900
sqft = rng.uniform(600, 4200, n)
beds = rng.integers(1, 6, n)
age = rng.uniform(0, 80, n)
price = 120 * sqft + 9000 * beds - 700 * age + rng.normal(0, 12000, n) + 50000

X = np.column_stack([sqft, beds, age])
X = (X - X[:700].mean(axis=0)) / X[:700].std(axis=0)
X_train, X_test = X[:700], X[700:]
y_train, y_test = price[:700], price[700:]

model = keras.Sequential()
model.add(layers.Dense(64, activation='relu', input_shape=(3,)))
model.add(layers.Dense(32, activation='relu'))
model.add(layers.Dense(1))
model.compile(loss='mse', optimizer='adam', metrics=['mae'])
history = model.fit(X_train, y_train, epochs=25, batch_size=32, validation_split=0.2, verbose=2)  # diagnosis: targets_not_scaled
pred = model.predict(X_test)
for p, t in list(zip(pred[:5, 0], y_test[:5])):
    print('predicted', p, 'actual', t)
