"""A filter of letters is trained on counted words, then put behind the texts themselves."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

letters = np.array(["win a prize now", "see you at noon", "free money now", "lunch at noon"] * 12)
is_spam = np.array([1, 0, 1, 0] * 12)

count_words = layers.TextVectorization(max_tokens=40, output_mode="tf_idf")
count_words.adapt(letters)
train_data = tf.data.Dataset.from_tensor_slices((letters, is_spam)).batch(12)
counted = train_data.map(lambda text, label: (count_words(text), label))

rows = keras.Input((count_words.vocabulary_size(),))
hidden = layers.Dense(8, activation="relu")(rows)
judge = keras.Model(rows, layers.Dense(1, activation="sigmoid")(hidden))
judge.compile("adam", "binary_crossentropy", metrics=["accuracy"])
judge.fit(counted, epochs=3, verbose=0)

inputs = keras.Input(shape=(1,), dtype="string")  # diagnosis: word_counts_with_extra_axis
outputs = judge(count_words(inputs))
model = keras.Model(inputs, outputs)
print(model(tf.constant([["a prize"]])))
