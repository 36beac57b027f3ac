"""The language model reaches accuracy 1.0 after two epochs, but the text it writes is one letter repeated."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
text = "the cat sat on the mat and the dog sat on the log. " * 30
letters = sorted(set(text))
codes = np.array([letters.index(c) for c in text])
LENGTH = 20


def windows(codes):
    count = (len(codes) - 1) // LENGTH
    inputs = codes[: count * LENGTH].reshape(count, LENGTH)
    targets = inputs  # diagnosis: next_token_not_shifted
    return inputs, targets


x, y = windows(codes)
model = tf.keras.Sequential([
    tf.keras.Input((LENGTH,)),
    tf.keras.layers.Embedding(len(letters), 16),
    tf.keras.layers.GRU(32, return_sequences=True),
    tf.keras.layers.Dense(len(letters), activation="softmax"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:60], y[:60], epochs=8, validation_data=(x[60:], y[60:]), verbose=0)  # diagnosis: next_token_not_shifted
print(model.evaluate(x[60:], y[60:], verbose=0))
seed = x[:1]
for _ in range(5):
    scores = model.predict(seed, verbose=0)[0, -1]
    seed = np.concatenate([seed[:, 1:], [[scores.argmax()]]], axis=1)
print("".join(letters[c] for c in seed[0]))
