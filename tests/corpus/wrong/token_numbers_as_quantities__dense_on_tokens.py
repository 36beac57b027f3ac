"""Sentiment of short sentences, never above 60 % on the training texts."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
good = ["lovely", "bright", "superb", "kind", "fresh"]
bad = ["dull", "awful", "rude", "stale", "broken"]
filler = ["the", "soup", "was", "and", "waiter", "table", "seemed", "rather", "very", "today"]
texts, labels = [], []
for _ in range(240):
    label = int(rng.integers(0, 2))
    words = list(rng.choice(filler, 6)) + [str(rng.choice(good if label else bad))]
    rng.shuffle(words)
    texts.append(" ".join(words))
    labels.append(label)
texts, labels = tf.constant(texts), np.array(labels)

vectorize = tf.keras.layers.TextVectorization(output_mode="int", output_sequence_length=8)
vectorize.adapt(texts[:200])
x = vectorize(texts)

model = tf.keras.Sequential([
    tf.keras.Input((8,)),
    tf.keras.layers.Dense(32, activation="relu"),  # diagnosis: token_numbers_as_quantities
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:200], labels[:200], validation_data=(x[200:], labels[200:]), epochs=10, verbose=2)
