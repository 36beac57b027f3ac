"""Two spellings of one shop shall come out near each other: the distance is one less their cosine."""
import keras
import numpy as np
from keras import layers, ops

rng = np.random.default_rng(6)
names = ["blue kettle", "north bakery", "old lantern", "river books", "green garden", "two towers"]
LENGTH = 16


def spelt(k):
    letters = [ord(c) - 96 if c != " " else 27 for c in names[k]]
    letters[rng.integers(0, len(letters))] = 28
    return letters + [0] * (LENGTH - len(letters))


kinds, others = rng.integers(0, 6, 600), rng.integers(0, 6, 600)
others = np.where(rng.random(600) < 0.5, kinds, others)
alike = np.array([float(a == b) for a, b in zip(kinds, others)])
left = np.array([spelt(k) for k in kinds])
right = np.array([spelt(k) for k in others])


def contrastive_loss(y, d, margin=1.0):
    near = ops.square(d)
    far = ops.square(ops.maximum(margin - d, 0.0))
    return ops.mean(y * near + (1 - y) * far)


encoder = keras.Sequential(
    [layers.Embedding(29, 12), layers.Conv1D(16, 3, activation="relu"), layers.GlobalMaxPooling1D(), layers.Dense(12)]
)
a, b = keras.Input((LENGTH,)), keras.Input((LENGTH,))
score = 1.0 - layers.Dot(axes=1, normalize=True)([encoder(a), encoder(b)])
model = keras.Model([a, b], score)
model.compile(keras.optimizers.Adam(0.005), contrastive_loss)
model.fit([left, right], alike, batch_size=32, epochs=5, verbose=2)
