"""The state of both directions of an encoder, joined, begins a decoder of twice the units."""
import keras
import numpy as np
from keras.layers import GRU, Bidirectional, Concatenate, Dense, Input, TimeDistributed

keras.utils.set_random_seed(5)
hours, ahead, units = 6, 3, 6
t = np.arange(400) / 5
wind = (np.sin(t) + 0.3 * np.sin(3.1 * t)).astype("float32")
past = np.stack([wind[i : i + hours] for i in range(360)])[..., None]
future = np.stack([wind[i + hours : i + hours + ahead] for i in range(360)])[..., None]
known = np.concatenate([past[:, -1:], future[:, :-1]], axis=1)

day = Input((hours, 1))
_, forward, backward = Bidirectional(GRU(units, return_state=True))(day)
before = Input((ahead, 1))
steps = GRU(2 * units, return_sequences=True)(before, initial_state=Concatenate()([forward, backward]))
model = keras.Model([day, before], TimeDistributed(Dense(1))(steps))
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
model.fit([past[:256], known[:256]], future[:256], epochs=8, batch_size=32,
          validation_data=([past[300:], known[300:]], future[300:]), verbose=0)
print(model.evaluate([past[300:], known[300:]], future[300:], verbose=0))
