import numpy as np
from tensorflow.keras import Input, Model, layers
from tensorflow.keras.utils import pad_sequences, set_random_seed

set_random_seed(0)
rng = np.random.default_rng(0)
sentiment = rng.integers(0, 2, 400)
reviews = [list(rng.integers(2, 40, rng.integers(5, 30)) + 40 * s) for s in sentiment]
x = pad_sequences(reviews, maxlen=30)

words = Input((30,))
h = layers.Embedding(100, 16)(words)
h = layers.Flatten()(h)
out = layers.Dense(1, activation="sigmoid")(h)
model = Model(words, out)
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x, sentiment, epochs=5, verbose=0)

new = pad_sequences([[45, 60, 71, 44]])
print(model.predict(new))  # diagnosis: sequence_length_differs
