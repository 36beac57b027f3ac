"""ValueError: In a nested call() argument, you cannot mix tensors and non-tensors (step by step forecast)"""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(1)
wave = np.sin(np.arange(600) / 6).astype("float32")
past = np.stack([wave[i : i + 24] for i in range(500)])[..., None]
future = np.stack([wave[i + 24 : i + 32] for i in range(500)])[..., None]
shifted = np.concatenate([past[:, -1:], future[:, :-1]], axis=1)

seen = layers.Input((24, 1))
_, memory = layers.GRU(16, return_state=True)(seen)
fed = layers.Input((None, 1))
cell, value = layers.GRU(16, return_sequences=True, return_state=True), layers.Dense(1)
steps, _ = cell(fed, initial_state=memory)
trainer = keras.Model([seen, fed], value(steps))
trainer.compile("adam", "mse")
trainer.fit([past, shifted], future, epochs=2, verbose=0)

encoder = keras.Model(seen, memory)
held = layers.Input((16,))
steps, kept = cell(fed, initial_state=held)
decoder = keras.Model([fed, held], [value(steps), kept])

state = encoder(past[:10])
last = past[:10, -1:]
answers = []
for _ in range(8):
    last, state = decoder([last, state])  # diagnosis: arrays_among_tensors
    answers.append(last)
print(np.concatenate(answers, axis=1).shape)
