import numpy as np
from tensorflow import keras
from tensorflow.keras.utils import pad_sequences

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
WORDS = 60
PAD = WORDS
sentences = [rng.integers(0, WORDS, length) for length in rng.integers(3, 7, 150)]
tags = [(sentence % 5 == 0).astype(int) + (sentence % 15 == 0) for sentence in sentences]

x = pad_sequences(sentences, maxlen=24, padding="post", value=PAD)
y = keras.utils.to_categorical(pad_sequences(tags, maxlen=24, padding="post"), 3)

model = keras.Sequential(
    [
        keras.Input((24,)),
        keras.layers.Embedding(WORDS + 1, 12),  # diagnosis: padding_counts_as_right
        keras.layers.Bidirectional(keras.layers.LSTM(8, return_sequences=True)),
        keras.layers.TimeDistributed(keras.layers.Dense(3, activation="softmax")),
    ]
)
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, validation_split=0.2, epochs=3, verbose=0)
