"""Reverses sequences with an encoder and a decoder."""
import numpy as np
from tensorflow.keras.models import Model
from tensorflow.keras.layers import Input, LSTM, Dense
rng = np.random.default_rng(1)
num_tok, n, T = 12, 600, 5
src = rng.integers(2, num_tok, (n, T))
tgt = src[:, ::-1]
eye = np.eye(num_tok, dtype="float32")
encoder_data, decoder_target = eye[src], eye[tgt]
decoder_data = eye[np.concatenate([np.ones((n, 1), dtype=int), tgt[:, :-1]], axis=1)]
encoder_inputs = Input(shape=(None, num_tok))
_, h, c = LSTM(64, return_state=True)(encoder_inputs)
decoder_inputs = Input(shape=(None, num_tok))
decoder_lstm = LSTM(64, return_sequences=True, return_state=True)
d, _, _ = decoder_lstm(decoder_inputs, initial_state=[h, c])
dense = Dense(num_tok, activation="softmax")
model = Model([encoder_inputs, decoder_inputs], dense(d))
model.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit([encoder_data, decoder_data], decoder_target, batch_size=32, epochs=15, validation_split=0.2, verbose=2)
enc = Model(encoder_inputs, [h, c])
hi, ci = Input((64,)), Input((64,))
o, h2, c2 = decoder_lstm(decoder_inputs, initial_state=[hi, ci])
dec = Model([decoder_inputs, hi, ci], [dense(o), h2, c2])
states = enc.predict(encoder_data[:1], verbose=0)
tok = eye[[[1]]]
for _ in range(T):
    p, *states = dec.predict([tok, *states], verbose=0)
    tok = eye[p.argmax(-1)]
    print(p.argmax(-1)[0, 0], end=" ")
