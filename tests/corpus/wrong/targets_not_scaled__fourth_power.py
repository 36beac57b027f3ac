"""The plot of the prediction is a flat line at the bottom of the parabola."""
import matplotlib.pyplot as plt
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.optimizers import Adam

X = np.linspace(-100, 100, 1000)
Y = X ** 4

model = Sequential()
model.add(Dense(50, activation='sigmoid', input_dim=1))
model.add(Dense(50, activation='elu'))
model.add(Dense(1))
model.compile(loss='mean_squared_error', optimizer=Adam(0.01))
model.fit(X, Y, epochs=60, batch_size=100, verbose=0)  # diagnosis: targets_not_scaled

predictions = model.predict(X)
plt.plot(X, Y)
plt.plot(X, predictions)
plt.show()
