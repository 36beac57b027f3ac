"""A mask of one's own with ones at the steps before, as the attention of Keras wants it."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
SIZE, STEPS, WIDTH = 8, 12, 48


def tokens(n):
    """Each number follows from the two before it, but for one in ten."""
    made = [0, 1]
    while len(made) < n:
        usual = (made[-1] * 5 + made[-2] * 7 + 3) % SIZE
        made.append(usual if rng.random() < 0.9 else (made[-1] + made[-2] + 1) % SIZE)
    return np.array(made)


stream = tokens(12000)
rows = np.stack([stream[i : i + STEPS + 1] for i in range(0, len(stream) - STEPS - 1, 5)])
data = tf.data.Dataset.from_tensor_slices((rows[:, :-1], rows[:, 1:])).shuffle(2000).batch(64)


def no_peeking(n):
    return tf.linalg.band_part(tf.ones((n, n)), -1, 0)


class Block(layers.Layer):
    def __init__(self, width):
        super().__init__()
        self.look = layers.MultiHeadAttention(2, width // 2)
        self.think = keras.Sequential([layers.Dense(2 * width, activation="relu"), layers.Dense(width)])
        self.first, self.second = layers.LayerNormalization(), layers.LayerNormalization()

    def call(self, x):
        mask = no_peeking(tf.shape(x)[1])
        x = self.first(x + self.look(x, x, attention_mask=mask))
        return self.second(x + self.think(x))


class Places(layers.Layer):
    def __init__(self):
        super().__init__()
        self.what, self.where = layers.Embedding(SIZE, WIDTH), layers.Embedding(STEPS, WIDTH)

    def call(self, x):
        return self.what(x) + self.where(tf.range(tf.shape(x)[1]))


start = keras.Input((None,), dtype="int32")
model = keras.Model(start, layers.Dense(SIZE)(Block(WIDTH)(Places()(start))))
loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
model.compile("adam", loss, metrics=["accuracy"])
model.fit(data, epochs=6, verbose=2)

written = stream[:4].tolist()
while len(written) < STEPS:
    written.append(int(model.predict(np.array([written]), verbose=0)[0, -1].argmax()))
print(written)
