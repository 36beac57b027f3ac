"""Asks the whole model with a Python list."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

TEXTS = [
    *("A good film.", "What a great plot!", "So good", "great actors", "I loved it", "lovely film"),
    *("A bad film.", "What an awful plot!", "So bad", "awful actors", "I hated it", "dull film"),
] * 4
LABELS = np.array(([1] * 6 + [0] * 6) * 4)

vectorize = layers.TextVectorization(max_tokens=100, output_sequence_length=8)
vectorize.adapt(TEXTS)

model = keras.Sequential(
    [
        keras.Input((8,), dtype="int64"),
        layers.Embedding(100, 8),
        layers.GlobalAveragePooling1D(),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.05), loss="binary_crossentropy")
model.fit(vectorize(TEXTS), LABELS, epochs=20, verbose=0)

texts = keras.Input(shape=(1,), dtype="string")
whole = keras.Model(texts, model(vectorize(texts)))  # the vocabulary travels with the network
whole.save("sentences.keras")
whole.export("served", verbose=False)
print(whole.predict(["A GREAT film", "so dull"], verbose=0))  # diagnosis: text_not_as_tensor
