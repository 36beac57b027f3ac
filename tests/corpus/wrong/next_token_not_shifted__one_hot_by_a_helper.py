"""Spelling words backwards: perfect in training, at inference only one letter comes again and again."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)
LETTERS, WIDTH = 8, 4
BEGIN = LETTERS
words = rng.integers(0, LETTERS, size=(1500, WIDTH))
backwards = np.concatenate([np.full((1500, 1), BEGIN), words[:, ::-1]], axis=1)


def rows(numbers):
    return np.eye(LETTERS + 1, dtype="float32")[numbers]


x_enc = rows(words)
x_dec = rows(backwards)  # diagnosis: next_token_not_shifted
y_dec = rows(backwards)  # diagnosis: next_token_not_shifted

enc_in = keras.Input((None, LETTERS + 1))
_, state = layers.GRU(48, return_state=True)(enc_in)
dec_in = keras.Input((None, LETTERS + 1))
dec = layers.GRU(48, return_sequences=True)(dec_in, initial_state=state)
out = layers.Dense(LETTERS + 1, activation="softmax")(dec)
model = keras.Model([enc_in, dec_in], out)
model.compile(keras.optimizers.Adam(0.01), "categorical_crossentropy", metrics=["accuracy"])
model.fit([x_enc, x_dec], y_dec, epochs=6, batch_size=64, verbose=0)
so_far = rows(np.full((1, 1), BEGIN))
print(words[0], model.predict([x_enc[:1], so_far], verbose=0).argmax(-1))
