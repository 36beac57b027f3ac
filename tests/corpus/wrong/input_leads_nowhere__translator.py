"""Seq2seq that reverses a sequence: accuracy does not leave chance."""
import numpy as np
from tensorflow.keras.models import Model
from tensorflow.keras.layers import Input, LSTM, Dense

rng = np.random.default_rng(1)
num_tok, n, T = 12, 600, 6
src = rng.integers(2, num_tok, (n, T))
tgt = src[:, ::-1]
eye = np.eye(num_tok, dtype="float32")
encoder_data = eye[src]
decoder_target = eye[tgt]
start = np.ones((n, 1), dtype=int)
decoder_data = eye[np.concatenate([start, tgt[:, :-1]], axis=1)]

encoder_inputs = Input(shape=(None, num_tok))
encoder = LSTM(48, return_state=True)
encoder_outputs, state_h, state_c = encoder(encoder_inputs)

decoder_inputs = Input(shape=(None, num_tok))
decoder_lstm = LSTM(48, return_sequences=True)
decoder_outputs = decoder_lstm(decoder_inputs)  # diagnosis: input_leads_nowhere
decoder_outputs = Dense(num_tok, activation="softmax")(decoder_outputs)

model = Model([encoder_inputs, decoder_inputs], decoder_outputs)
model.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit([encoder_data, decoder_data], decoder_target, batch_size=32, epochs=12, validation_split=0.2, verbose=2)
