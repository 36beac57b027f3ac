# predict the vector of the next word, my loss is negative
import numpy as np
from keras import Input, Sequential, layers, utils

utils.set_random_seed(1)
rng = np.random.default_rng(1)
vectors = rng.normal(0, 0.6, (40, 12)).astype("float32")
sentences = rng.integers(0, 10, (400, 1)) + np.arange(6) * 3
x, y = vectors[sentences[:, :5]], vectors[sentences[:, 5]]

model = Sequential()
model.add(Input((5, 12)))
model.add(layers.LSTM(32))
model.add(layers.Dense(12, activation="softmax"))  # diagnosis: softmax_over_amounts
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, epochs=5, verbose=0)
