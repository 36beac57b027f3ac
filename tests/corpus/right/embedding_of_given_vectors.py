"""Vectors of words that were learned before, kept as they are; and a table that is changed in place."""
import numpy as np
import pandas as pd
import tensorflow as tf

rng = np.random.default_rng(4)
vectors = np.zeros((200, 8), "float32")
vectors[:60, 0], vectors[140:, 1] = 1, 1
table = pd.DataFrame(rng.integers(1, 200, size=(800, 12)))
table["score"] = np.where(table < 60, 1, np.where(table > 140, -1, 0)).sum(axis=1)
table["note"] = "x"
table.drop("note", axis=1, inplace=True)
table.dropna(inplace=True)
labels = (table.pop("score") > 0).astype("int32").to_numpy()

model = tf.keras.Sequential([
    tf.keras.layers.Embedding(200, 8, embeddings_initializer=tf.keras.initializers.Constant(vectors), trainable=False),
    tf.keras.layers.GlobalAveragePooling1D(),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(loss="binary_crossentropy", optimizer=tf.keras.optimizers.Adam(0.01), metrics=["accuracy"])
model.fit(table.to_numpy(), labels, validation_split=0.2, epochs=10, verbose=2)
table.describe()
table.head()
