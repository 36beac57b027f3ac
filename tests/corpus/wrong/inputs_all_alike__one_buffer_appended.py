"""Vibration of a machine, ten readings an example: is the bearing worn? It only ever says what is more frequent."""
import keras
import numpy as np

keras.utils.set_random_seed(5)
rng = np.random.default_rng(13)
worn = rng.integers(0, 2, 200)

window = np.zeros(10, dtype='float32')
rows = []
for state in worn:
    for i in range(10):
        window[i] = rng.normal(0, 0.5 + state)
    rows.append(window)  # diagnosis: inputs_all_alike

x, y = np.array(rows), worn
model = keras.Sequential([
    keras.Input((10,)),
    keras.layers.Dense(16, activation='relu'),
    keras.layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(x, y, epochs=10, verbose=2)
