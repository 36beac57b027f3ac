"""The state is kept and nothing is shuffled, and still the stateful network is no better than the plain one."""
import keras
import numpy as np

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
hours = np.arange(24 * 40 + 1)
level = np.sin(hours * 2 * np.pi / 37) + 0.4 * np.sin(hours / 5.3) + 0.05 * rng.normal(size=len(hours))
day = 24
X = level[:-1].reshape(-1, day, 1)
y = level[1:].reshape(-1, day, 1)

batch = 8
model = keras.Sequential([
    keras.Input(batch_shape=(batch, day, 1)),
    keras.layers.LSTM(12, stateful=True, return_sequences=True),
    keras.layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
for epoch in range(6):
    history = model.fit(X, y, batch_size=batch, shuffle=False, epochs=1, verbose=0)  # diagnosis: stateful_rows_not_interleaved
    model.layers[0].reset_state()
print(history.history["loss"])
