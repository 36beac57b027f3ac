"""TextVectorization adapted on training texts, applied in ds.map; padding is masked."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
words = {0: ["dull", "slow", "bad"], 1: ["fine", "witty", "good"]}
labels = rng.integers(0, 2, 240)
texts = np.array([" ".join(rng.choice(words[k] + ["the", "film", "was"], rng.integers(3, 9))) for k in labels])
train_texts, val_texts = texts[:200], texts[200:]

vectorize = layers.TextVectorization(max_tokens=100, output_sequence_length=10)
vectorize.adapt(train_texts)


def dataset(texts, labels, training):
    ds = tf.data.Dataset.from_tensor_slices((texts, labels))
    if training:
        ds = ds.shuffle(len(texts))
    ds = ds.batch(20).map(lambda t, l: (vectorize(t), l), num_parallel_calls=tf.data.AUTOTUNE)
    return ds.prefetch(tf.data.AUTOTUNE)


model = tf.keras.Sequential([
    layers.Input((None,), dtype="int64"),
    layers.Embedding(vectorize.vocabulary_size(), 8, mask_zero=True),
    layers.Bidirectional(layers.LSTM(8)),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(dataset(train_texts, labels[:200], True), validation_data=dataset(val_texts, labels[200:], False), epochs=4, verbose=0)
raw = tf.keras.Sequential([tf.keras.Input((1,), dtype="string"), vectorize, model])
print(raw.predict(tf.constant([["a witty film"], ["slow and bad"]]), verbose=0))
