import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
signs = [["awful", "boring", "dull"], ["great", "lovely", "superb"]]
texts, labels = [], []
for number in range(120):
    words = [f"w{place}" for place in rng.integers(0, 90, 8)] + [rng.choice(signs[number % 2])]
    texts.append(" ".join(rng.permutation(words)))
    labels.append(number % 2)

vocabulary = {}
for text in texts:
    for word in text.split():
        vocabulary.setdefault(word, len(vocabulary) + 1)
x = np.array([[vocabulary[word] for word in text.split()] for text in texts])
x = x.reshape(x.shape[0], x.shape[1], 1).astype("float32")

model = keras.Sequential()
model.add(keras.Input((9, 1)))
model.add(layers.LSTM(16))  # diagnosis: token_numbers_as_quantities
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, np.array(labels), epochs=4, validation_split=0.2, verbose=0)
