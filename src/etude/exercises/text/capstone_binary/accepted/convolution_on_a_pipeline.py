"""Trains the whole model on a pipeline of texts, with a convolution."""

import csv

import keras
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

with open("data/reviews/reviews.csv", encoding="utf-8") as lines:
    rows = list(csv.DictReader(lines))
texts = tf.constant([row["text"] for row in rows])
great = tf.constant([float(row["score"] == "great") for row in rows])
data = tf.data.Dataset.from_tensor_slices((texts, great)).shuffle(
    2400, seed=1, reshuffle_each_iteration=False
)
validation = data.take(300).batch(100).cache()
training = data.skip(300).cache().shuffle(2100).batch(64).prefetch(1)

vectorize = layers.TextVectorization(max_tokens=4000, output_sequence_length=45)
vectorize.adapt(data.skip(300).map(lambda text, label: text).batch(100))

inputs = keras.Input(shape=(), dtype="string")
x = layers.Embedding(4000, 16)(vectorize(inputs))
x = layers.SpatialDropout1D(0.2)(x)
x = layers.Conv1D(32, 3, activation="relu")(x)
x = layers.Dropout(0.4)(layers.GlobalMaxPooling1D()(x))
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))
model.compile(
    optimizer=keras.optimizers.Adam(0.003), loss="binary_crossentropy", metrics=["accuracy"]
)
stop = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True)
model.fit(training, validation_data=validation, epochs=8, callbacks=[stop], verbose=0)
model.save("reviews.keras")
