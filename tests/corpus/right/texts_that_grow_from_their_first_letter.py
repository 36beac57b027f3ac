"""Several words, each begun with one letter: the model is asked about all that stands there so far."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(0)
names = ["anna", "bert", "carl", "dora", "emil"] * 60
letters = sorted(set("".join(names)))
number = {c: i + 1 for i, c in enumerate(letters)}
rows = np.array([[number[c] for c in name] for name in names])
x, y = rows[:, :-1], rows[:, 1:]
model = keras.Sequential(
    [layers.Embedding(len(letters) + 1, 16), layers.GRU(32, return_sequences=True), layers.Dense(len(letters) + 1)]
)
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
model.fit(x, y, epochs=20, verbose=0)

for first in "abcde":
    name = [number[first]]
    while len(name) < 4:
        name.append(int(model.predict(np.array([name]), verbose=0)[0, -1].argmax()))
    print("".join(letters[i - 1] for i in name))
