"""The mean of the last three numbers is to be learnt; reshaped to (examples, 1, 1) the layer sees one of them."""
import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense
from keras.optimizers import Adam

series = np.random.randint(0, 10, size=(1000,))
output = [series[0], (series[0] + series[1]) / 2]
for i in range(2, len(series)):
    output.append((series[i - 2] + series[i - 1] + series[i]) / 3)
output = np.asarray(output)

model = Sequential()
model.add(LSTM(4, input_shape=(1, 1)))  # diagnosis: sequences_of_one_step
model.add(Dense(1, activation='linear'))
model.compile(loss='mse', optimizer=Adam(learning_rate=0.001))

series = np.reshape(series, (series.shape[0], 1, 1))
model.fit(series, output, epochs=8, batch_size=1, verbose=2)
