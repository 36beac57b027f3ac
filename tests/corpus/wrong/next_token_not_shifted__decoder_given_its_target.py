"""The accuracy of my decoder is 1.00, and what it generates is nonsense."""
import tensorflow as tf
import numpy as np
from tensorflow.keras.models import Model
from tensorflow.keras.layers import Input, LSTM, Dense, Embedding

tf.keras.utils.set_random_seed(0)

rng = np.random.default_rng(2)
V, T = 20, 6
enc = rng.integers(2, V, (600, T))
dec = enc[:, ::-1].copy()             # task: reverse the sequence
start = np.ones((600, 1), dtype=int)
dec_input = np.concatenate([start, dec], axis=1)[:, 1:]  # diagnosis: next_token_not_shifted
dec_target = dec

e_in = Input(shape=(T,))
x = Embedding(V, 24)(e_in)
_, h, c = LSTM(48, return_state=True)(x)
d_in = Input(shape=(None,))
y = Embedding(V, 24)(d_in)
y = LSTM(48, return_sequences=True)(y, initial_state=[h, c])
y = Dense(V, activation="softmax")(y)
model = Model([e_in, d_in], y)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit([enc, dec_input], dec_target, batch_size=64, epochs=2, validation_split=0.1, verbose=2)
