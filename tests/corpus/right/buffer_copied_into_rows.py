"""Vibration of a machine, ten readings an example: is the bearing worn? Each window is copied before the next one."""
import keras
import numpy as np

keras.utils.set_random_seed(5)
rng = np.random.default_rng(13)
worn = rng.integers(0, 2, 400)

window = np.zeros(10, dtype='float32')
rows = []
for state in worn:
    for i in range(10):
        window[i] = abs(rng.normal(0, 0.5 + state))
    rows.append(window.copy())

x, y = np.array(rows), worn
model = keras.Sequential([
    keras.Input((10,)),
    keras.layers.Dense(16, activation='relu'),
    keras.layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss='binary_crossentropy', metrics=['accuracy'])
model.fit(x, y, epochs=15, validation_split=0.2, verbose=2)
