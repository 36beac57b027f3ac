"""Wind of the last day in both directions of time, and from its state the next six hours."""
import keras
import numpy as np
from keras.layers import LSTM, Bidirectional, Concatenate, Dense, Input, TimeDistributed

hours, ahead, units = 24, 6, 12
t = np.arange(2000) / 5
wind = (np.sin(t) + 0.3 * np.sin(3.1 * t)).astype("float32")
past = np.stack([wind[i : i + hours] for i in range(1500)])[..., None]
future = np.stack([wind[i + hours : i + hours + ahead] for i in range(1500)])[..., None]
known = np.concatenate([past[:, -1:], future[:, :-1]], axis=1)

day = Input((hours, 1))
_, forward_h, forward_c, backward_h, backward_c = Bidirectional(LSTM(units, return_state=True))(day)
state = [Concatenate()([forward_h, backward_h]), Concatenate()([forward_c, backward_c])]

before = Input((None, 1))
decoder = LSTM(units, return_sequences=True, return_state=True)  # diagnosis: initial_state_of_other_size
steps, _, _ = decoder(before, initial_state=state)
model = keras.Model([day, before], TimeDistributed(Dense(1))(steps))
model.compile(optimizer="adam", loss="mse")
model.fit([past, known], future, epochs=1, batch_size=64, verbose=0)
