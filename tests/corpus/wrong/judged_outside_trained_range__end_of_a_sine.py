import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Activation
import tensorflow as tf

tf.random.set_seed(3)

# a few periods of a sine
x = np.linspace(0, 100, 2000)
y = np.sin(x / 8.0)

model = Sequential()
model.add(Dense(64, input_shape=(1,)))
model.add(Activation('tanh'))
model.add(Dense(64))
model.add(Activation('tanh'))
model.add(Dense(1))
model.compile(loss='mean_squared_error', optimizer='adam')

history = model.fit(x, y, epochs=40, batch_size=32, validation_split=0.2, verbose=2)  # diagnosis: judged_outside_trained_range

pred = model.predict(x, verbose=0)[:, 0]
print('mean error', np.mean(np.abs(pred - y)))
print('val loss', history.history['val_loss'][-1])
