import numpy as np
from keras.models import Sequential
from keras.layers import LSTM, Dense, TimeDistributed

bits = np.random.randint(0, 2, (1200, 8, 1)).astype('float32')
parity = np.cumsum(bits, axis=1) % 2
model = Sequential()
model.add(LSTM(32, return_sequences=True, input_shape=(8, 1)))
model.add(TimeDistributed(Dense(1, activation='sigmoid')))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(bits, parity, epochs=10, batch_size=32, verbose=0)
print(model.evaluate(bits, parity))
