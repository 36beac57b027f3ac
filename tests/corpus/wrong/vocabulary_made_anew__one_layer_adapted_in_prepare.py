"""95 % on the validation part; for tweets of another day no better than a coin."""
import numpy as np
import pandas as pd
from tensorflow.keras import Sequential, layers, utils

utils.set_random_seed(2)
rng = np.random.default_rng(21)
kind = "happy love great nice sunny best sweet thanks awesome cool".split()
unkind = "sad hate bad ugly rain worst bitter angry sick lost".split()
rest = "i am at the home work today so my phone with you and they have a new day again now".split()


def tweets(n, unkind_share=0.5):
    rows = []
    for _ in range(n):
        label = int(rng.random() > unkind_share)
        words = [*rng.choice(rest, 8), *rng.choice(kind if label else unkind, 3)]
        rows.append({"text": " ".join(rng.permutation(words)), "label": label})
    return pd.DataFrame(rows)


vectorizer = layers.TextVectorization(max_tokens=1000, output_sequence_length=16)


def prepare(table):
    vectorizer.adapt(table["text"].to_numpy())  # diagnosis: vocabulary_made_anew
    return vectorizer(table["text"].to_numpy()), table["label"].to_numpy()


x, y = prepare(tweets(800))
model = Sequential([
    layers.Embedding(1000, 16), layers.GlobalAveragePooling1D(), layers.Dense(1, activation="sigmoid")
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, validation_split=0.2, epochs=15, batch_size=16, verbose=0)

x_new, y_new = prepare(tweets(200, unkind_share=0.7))
print("new tweets:", model.evaluate(x_new, y_new, verbose=0))
