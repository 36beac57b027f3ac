"""The state of both directions of an encoder, joined, begins a decoder of twice the units."""
import keras
import numpy as np
from keras.layers import LSTM, Bidirectional, Concatenate, Dense, Input, TimeDistributed

keras.utils.set_random_seed(5)
hours, ahead, units = 12, 4, 6
t = np.arange(700) / 5
wind = (np.sin(t) + 0.3 * np.sin(3.1 * t)).astype("float32")
past = np.stack([wind[i : i + hours] for i in range(600)])[..., None]
future = np.stack([wind[i + hours : i + hours + ahead] for i in range(600)])[..., None]
known = np.concatenate([past[:, -1:], future[:, :-1]], axis=1)

day = Input((hours, 1))
_, forward_h, forward_c, backward_h, backward_c = Bidirectional(LSTM(units, return_state=True))(day)
state = [Concatenate()([forward_h, backward_h]), Concatenate()([forward_c, backward_c])]

before = Input((ahead, 1))
steps = LSTM(2 * units, return_sequences=True)(before, initial_state=state)
model = keras.Model([day, before], TimeDistributed(Dense(1))(steps))
model.compile(optimizer="adam", loss="mse")
model.fit([past[:450], known[:450]], future[:450], epochs=12, batch_size=32,
          validation_data=([past[500:], known[500:]], future[500:]), verbose=0)
print(model.evaluate([past[500:], known[500:]], future[500:], verbose=0))
