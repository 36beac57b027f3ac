"""'is not in [0, 11)': I counted the words, there are exactly 11, so input_dim=11 must be right!"""
import keras
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(0)
corpus = ["red green blue", "one two three four", "up down left right up", "red two down", "green left one blue"] * 8
target = [0, 1, 2, 1, 0] * 8
vectorize = layers.TextVectorization(output_sequence_length=5)
vectorize.adapt(corpus)
unique_words = {word for line in corpus for word in line.split()}
print(len(unique_words), "words")

inputs = keras.Input((5,), dtype="int64")
x = layers.Embedding(input_dim=len(unique_words), output_dim=6)(inputs)  # diagnosis: embedding_too_small
x = layers.Flatten()(x)
outputs = layers.Dense(3, activation="softmax")(x)
model = keras.Model(inputs, outputs)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(vectorize(corpus), tf.constant(target), epochs=2, batch_size=10, verbose=2)  # diagnosis: embedding_too_small
