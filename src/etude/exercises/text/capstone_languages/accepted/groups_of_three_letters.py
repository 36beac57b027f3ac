"""Groups of three letters, trained as a whole model on texts."""

import csv

import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)

with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    rows = list(csv.DictReader(lines))
names = np.unique([row["language"] for row in rows])
numbers = np.searchsorted(names, [row["language"] for row in rows])
texts = tf.constant([row["text"] for row in rows])
last = int(0.85 * len(rows))  # rows are in the order of the articles

vectorize = layers.TextVectorization(
    max_tokens=6000, standardize="lower", split="character", ngrams=3, output_mode="multi_hot"
)
vectorize.adapt(texts[:last])

inputs = keras.Input(shape=(), dtype="string")
groups = keras.ops.cast(vectorize(inputs), "float32")  # (batch, 6000), 0 or 1
logits = layers.Dense(20)(layers.Dropout(0.2)(groups))
model = keras.Model(inputs, logits)
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
training = tf.data.Dataset.from_tensor_slices((texts[:last], numbers[:last]))
training = training.shuffle(2000).batch(32).prefetch(1)
model.fit(training, validation_data=(texts[last:], numbers[last:]), epochs=6, verbose=0)
model.save("languages.keras")
