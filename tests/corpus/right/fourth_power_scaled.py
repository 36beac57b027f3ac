import matplotlib.pyplot as plt
import numpy as np
from keras.models import Sequential
from keras.layers import Dense
from keras.optimizers import Adam

x = np.linspace(-100, 100, 1000)
y = x ** 4
xn = x / 100
yn = (y - y.mean()) / y.std()
order = np.random.permutation(len(xn))
model = Sequential()
model.add(Dense(50, activation='tanh', input_dim=1))
model.add(Dense(50, activation='elu'))
model.add(Dense(1))
model.compile(loss='mean_squared_error', optimizer=Adam(0.01))
model.fit(xn[order], yn[order], epochs=60, batch_size=100, verbose=0)
plt.plot(x, y)
plt.plot(x, model.predict(xn)[:, 0] * y.std() + y.mean())
plt.show()
