"""The sentiment LSTM says 0.5 to everything, whatever the learning rate."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(31)
rng = np.random.default_rng(31)
good, bad = ["superb", "gripping", "warm"], ["dull", "clumsy", "cold"]
rest = ["film", "cast", "music", "ending", "dialogue", "camera"]
labels = rng.integers(0, 2, 400)
reviews = [" ".join([*rng.choice(rest, rng.integers(2, 5)), rng.choice(good if y else bad)]) for y in labels]

vectorize = layers.TextVectorization(max_tokens=60, output_sequence_length=80)
vectorize.adapt(reviews)  # diagnosis: vocabulary_from_all_text
x = vectorize(tf.constant(reviews)).numpy()
model = keras.Sequential([
    layers.Input((80,)),
    layers.Embedding(60, 8),  # diagnosis: padding_not_masked
    layers.LSTM(8),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:320], labels[:320], validation_data=(x[320:], labels[320:]), epochs=6, verbose=2)
