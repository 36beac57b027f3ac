"""The last state asks, the steps of the sequence are what it looks at."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Input, LSTM, Attention, Dense, Flatten, Reshape
from tensorflow.keras.models import Model

tf.keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
TIME_STEPS, FEATURES = 60, 2


def data(n):
    x = rng.uniform(-1, 1, size=(n, TIME_STEPS, FEATURES)).astype('float32')
    x[:, :, 1] = 0
    pos = rng.integers(0, 20, size=n)
    x[np.arange(n), pos, 1] = 1
    y = x[np.arange(n), pos, 0]
    return x, y


X, y = data(800)
X_val, y_val = data(400)

inputs = Input(shape=(TIME_STEPS, FEATURES))
seq, state_h, state_c = LSTM(16, return_sequences=True, return_state=True)(inputs)
hidden = Reshape((1, 16))(state_h)
context = Attention(use_scale=True)([hidden, seq])
context = Flatten()(context)
out = Dense(1)(context)
model = Model(inputs, out)
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss='mse', metrics=['mae'])
model.fit(X, y, epochs=20, batch_size=32, validation_data=(X_val, y_val), verbose=0)
print(np.c_[y_val[:6], model.predict(X_val[:6], verbose=0)])
