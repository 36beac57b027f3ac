"""Headlines came as numbers with the data; mine gets a Tokenizer of its own, and predict stops."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.preprocessing.text import Tokenizer

rng = np.random.default_rng(8)
words = 60
kind = rng.integers(0, 2, 300)
headlines = np.where(rng.random((300, 6)) < 0.4, 5 + 20 * kind[:, None] + rng.integers(0, 15, (300, 6)), rng.integers(45, words, (300, 6)))
bags = np.zeros((300, words))
for row, numbers in enumerate(headlines):
    bags[row, numbers] = 1

net = tf.keras.Sequential([tf.keras.Input((words,)), tf.keras.layers.Dense(16, "relu"), tf.keras.layers.Dense(1, "sigmoid")])
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
net.fit(bags, kind, epochs=8, verbose=0)

mine = ["storm closes the harbour again"]
counter = Tokenizer(num_words=words)
counter.fit_on_texts(mine)  # diagnosis: vocabulary_made_anew
asked = np.array(counter.texts_to_sequences(mine))
print(net.predict(asked))
