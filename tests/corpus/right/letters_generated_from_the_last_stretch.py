"""Letters, each told from the stretch of letters before it."""
import random

import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
# What follows a letter hangs on more than the letter before it.
parts = ["ta", "to", "tiru", "kata", "kosu", "rima", "sako", "muti"]
after = {p: [parts[(i * 3 + 1) % 8], parts[(i * 5 + 2) % 8]] for i, p in enumerate(parts)}
part, text = "ta", ""
for _ in range(800):
    text += part
    part = random.choice(after[part])

letters = sorted(set(text))
codes = np.array([letters.index(c) for c in text])
LENGTH = 12
one_hot = np.eye(len(letters), dtype="float32")[codes]
x = np.stack([one_hot[i : i + LENGTH] for i in range(len(codes) - LENGTH)])
y = one_hot[LENGTH:]

model = tf.keras.Sequential([layers.Input((LENGTH, len(letters))), layers.LSTM(64)])
model.add(layers.Dense(len(letters), activation="softmax"))
model.compile(tf.keras.optimizers.Adam(0.01), "categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, batch_size=128, epochs=5, verbose=2)


def draw(shares, temperature):
    shares = shares.astype("float64") ** (1 / temperature)
    return np.random.choice(len(shares), p=shares / shares.sum())


given = x[:1]
written = ""
for _ in range(20):
    shares = model.predict(given, verbose=0)[0]
    new = np.zeros((1, 1, len(letters)), "float32")
    new[0, 0, draw(shares, 0.3)] = 1
    written += letters[int(new.argmax())]
    given = np.concatenate([given[:, 1:], new], axis=1)
print(text[:LENGTH], "|", written)
