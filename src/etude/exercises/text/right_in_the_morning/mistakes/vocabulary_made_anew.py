"""The numbers of the words are made anew."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

# Made up.
TEXTS = [
    *("a good film", "what a great plot", "so good", "great actors", "i loved it", "lovely film"),
    *("a bad film", "what an awful plot", "so bad", "awful actors", "i hated it", "dull film"),
] * 4
LABELS = np.array(([1] * 6 + [0] * 6) * 4)


def learn():
    """Trains a network and leaves it behind as films.keras."""
    words = layers.TextVectorization(max_tokens=40, output_sequence_length=6)
    words.adapt(TEXTS)
    network = keras.Sequential(
        [
            keras.Input((6,), dtype="int64"),
            layers.Embedding(40, 8, mask_zero=True),
            layers.GlobalAveragePooling1D(),
            layers.Dense(1, activation="sigmoid"),
        ]
    )
    network.compile(optimizer=keras.optimizers.Adam(0.05), loss="binary_crossentropy")
    network.fit(words(TEXTS), LABELS, epochs=15, verbose=0)
    network.save("films.keras")


def answer(texts):
    """For each text the probability that it is praise, shape (texts,)."""
    network = keras.models.load_model("films.keras")
    words = layers.TextVectorization(max_tokens=40, output_sequence_length=6)
    words.adapt(texts)  # diagnosis: vocabulary_made_anew
    return network.predict(words(texts), verbose=0)[:, 0]


learn()
print(answer(["a great film", "awful", "so dull"]))
