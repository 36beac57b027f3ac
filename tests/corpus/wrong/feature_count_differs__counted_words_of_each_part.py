"""Bags of words for the tests of a film critic; evaluate wants another number of words than fit had."""
import numpy as np
from sklearn.feature_extraction.text import CountVectorizer
from tensorflow import keras

rng = np.random.default_rng(12)
likes, dislikes = ["gripping", "tender", "bold"], ["tedious", "flat", "hollow"]
filler = [f"scene{i}" for i in range(50)]


def critique(liked):
    return " ".join([*rng.choice(likes if liked else dislikes, 2), *rng.choice(filler, 6)])


liked = rng.integers(0, 2, 330)
texts = [critique(one) for one in liked]
x_train = CountVectorizer().fit_transform(texts[:300]).toarray()
x_test = CountVectorizer().fit_transform(texts[300:]).toarray()  # diagnosis: feature_count_differs

model = keras.Sequential([
    keras.Input((x_train.shape[1],)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, liked[:300], epochs=8, verbose=0)
print(model.evaluate(x_test, liked[300:], verbose=0))
