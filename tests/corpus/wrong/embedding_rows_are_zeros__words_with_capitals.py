"""With GloVe vectors all rows of predict() are the same."""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
topics = [
    ["Goal", "Match", "Team", "Player", "League"], ["Vote", "Minister", "Law", "Party", "Senate"],
    ["Planet", "Orbit", "Rocket", "Moon", "Comet"], ["Guitar", "Album", "Concert", "Singer", "Drums"],
]
general = ["Today", "New", "After", "Before", "Many", "People", "Said", "More", "First", "Week"]


def load_glove(dim=25):
    vectors = {}
    for words in topics:
        centre = rng.normal(0, 0.5, dim)
        vectors |= {w.lower(): (centre + rng.normal(0, 0.2, dim)).astype("float32") for w in words}
    return vectors | {w.lower(): rng.normal(0, 0.3, dim).astype("float32") for w in general}


classes = rng.integers(0, 4, 800)
docs = [[str(w) for w in rng.permutation([*rng.choice(general, 8), *rng.choice(topics[c], 4)])] for c in classes]
word_index = {}
for doc in docs:
    for word in doc:
        word_index.setdefault(word, len(word_index) + 1)
X = keras.utils.pad_sequences([[word_index[w] for w in doc] for doc in docs], maxlen=14)

glove = load_glove()
embedding_matrix = np.zeros((len(word_index) + 1, 25))
for word, i in word_index.items():
    vector = glove.get(word)
    if vector is not None:
        embedding_matrix[i] = vector  # diagnosis: embedding_rows_are_zeros

model = keras.Sequential([
    layers.Embedding(len(word_index) + 1, 25, weights=[embedding_matrix], trainable=False),
    layers.LSTM(16),
    layers.Dense(4, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X[:600], classes[:600], epochs=5, validation_data=(X[600:], classes[600:]), verbose=0)
print(model.predict(X[600:604], verbose=0))
