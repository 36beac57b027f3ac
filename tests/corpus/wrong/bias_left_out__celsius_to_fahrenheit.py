"""100 degrees become 180 instead of 212, however long it trains."""
import numpy as np
from keras.models import Sequential
from keras.layers import Dense

celsius = np.array([-40, -10, 0, 8, 15, 22, 38], dtype=float)
fahrenheit = np.array([-40, 14, 32, 46, 59, 72, 100], dtype=float)

model = Sequential()
model.add(Dense(1, input_shape=[1], use_bias=False))  # diagnosis: bias_left_out
model.compile(loss='mean_squared_error', optimizer='adam')
model.optimizer.learning_rate = 0.1
history = model.fit(celsius, fahrenheit, epochs=300, verbose=False)
print(model.predict(np.array([100.0])))
