"""The accuracy of my translator is 1.0, but every sentence it writes is the start mark again and again."""
import random

import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import LSTM, Dense, Embedding, Input

random.seed(8)
keras.utils.set_random_seed(8)
english = ["i", "you", "we", "see", "eat", "like", "red", "big", "dog", "cat", "bread", "house"]
french = ["je", "tu", "nous", "vois", "mange", "aime", "rouge", "grand", "chien", "chat", "pain", "maison"]
lexicon = dict(zip(english, french))
pairs = []
for _ in range(600):
    who, does, how, what = (random.choice(english[i:j]) for i, j in ((0, 3), (3, 6), (6, 8), (8, 12)))
    translated = " ".join(lexicon[w] for w in (who, does, what, how))
    pairs.append((f"{who} {does} {how} {what}", f"start_ {translated} _end"))
en_index = {w: i + 1 for i, w in enumerate(english)}
fr_index = {w: i + 1 for i, w in enumerate(["start_", "_end", *french])}
num_dec = len(fr_index) + 1

encoder_input_data = np.zeros((len(pairs), 4), dtype="int32")
decoder_input_data = np.zeros((len(pairs), 6), dtype="int32")
decoder_target_data = np.zeros((len(pairs), 6, num_dec), dtype="float32")
for i, (source, target) in enumerate(pairs):
    for t, word in enumerate(source.split()):
        encoder_input_data[i, t] = en_index[word]
    for t, word in enumerate(target.split()):
        decoder_input_data[i, t] = fr_index[word]
        decoder_target_data[i, t, fr_index[word]] = 1.0  # diagnosis: next_token_not_shifted

encoder_inputs = Input(shape=(None,))
_, h, c = LSTM(24, return_state=True)(Embedding(len(en_index) + 1, 16)(encoder_inputs))
decoder_inputs = Input(shape=(None,))
decoder_lstm = LSTM(24, return_sequences=True, return_state=True)
outputs, _, _ = decoder_lstm(Embedding(num_dec, 16)(decoder_inputs), initial_state=[h, c])
outputs = Dense(num_dec, activation="softmax")(outputs)
model = keras.Model([encoder_inputs, decoder_inputs], outputs)
model.compile(optimizer=keras.optimizers.RMSprop(0.01), loss="categorical_crossentropy", metrics=["accuracy"])
model.fit([encoder_input_data, decoder_input_data], decoder_target_data, batch_size=32, epochs=6, verbose=2)
