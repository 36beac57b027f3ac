"""Puts the vectorizer before the layers of the trained model."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(3)

TEXTS = [
    *("A good film.", "What a great plot!", "So good", "great actors", "I loved it", "lovely film"),
    *("A bad film.", "What an awful plot!", "So bad", "awful actors", "I hated it", "dull film"),
] * 4
LABELS = np.array(([1] * 6 + [0] * 6) * 4)

vectorize = layers.TextVectorization(max_tokens=100, output_sequence_length=8)
vectorize.adapt(TEXTS)

tokens = keras.Input((8,), dtype="int64")
x = layers.GlobalAveragePooling1D()(layers.Embedding(100, 8)(tokens))
model = keras.Model(tokens, layers.Dense(1, activation="sigmoid")(x))
model.compile(optimizer=keras.optimizers.Adam(0.05), loss="binary_crossentropy")
model.fit(vectorize(TEXTS), LABELS, epochs=20, verbose=0)

whole = keras.Sequential([keras.Input((1,), dtype="string"), vectorize, model])
whole.save("sentences.keras")
whole.export("served", verbose=False)
