"""A dense layer reads counts of words directly; these are quantities."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
good, bad = ["lovely", "bright", "superb"], ["dull", "awful", "rude"]
filler = ["the", "soup", "was", "and", "waiter", "table", "seemed", "rather"]
texts, labels = [], []
for _ in range(240):
    label = int(rng.integers(0, 2))
    words = [*rng.choice(filler, 6), rng.choice(good if label else bad)]
    texts.append(" ".join(rng.permutation(words)))
    labels.append(label)
labels = np.array(labels)
vectorize = keras.layers.TextVectorization(max_tokens=100, output_mode="count")
vectorize.adapt(texts[:200])
x = vectorize(tf.constant(texts))
model = keras.Sequential([
    keras.Input((x.shape[1],)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:200], labels[:200], validation_data=(x[200:], labels[200:]), epochs=8, verbose=0)
