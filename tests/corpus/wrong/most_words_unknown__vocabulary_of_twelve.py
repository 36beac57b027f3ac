"""Text classifier cannot tell sport from cooking. The words are completely different!"""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
sport = [f"goal{i}" for i in range(40)]
food = [f"dish{i}" for i in range(40)]
common = ["a", "of", "to", "in", "is", "it", "on", "for", "at", "by", "we", "so"]
texts, labels = [], []
for _ in range(300):
    k = int(rng.integers(0, 2))
    words = [*rng.choice(common, 5), *rng.choice(food if k else sport, 6)]
    texts.append(" ".join(rng.permutation(words)))
    labels.append(k)
labels = np.array(labels)

vectorizer = layers.TextVectorization(max_tokens=12, output_sequence_length=12)  # diagnosis: most_words_unknown
vectorizer.adapt(texts[:240])

model = tf.keras.Sequential([
    layers.Input((1,), dtype=tf.string),
    vectorizer,
    layers.Embedding(12, 16, mask_zero=True),
    layers.GlobalAveragePooling1D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
train = tf.data.Dataset.from_tensor_slices((texts[:240], labels[:240])).shuffle(240).batch(24)
valid = tf.data.Dataset.from_tensor_slices((texts[240:], labels[240:])).batch(24)
model.fit(train, validation_data=valid, epochs=5, verbose=2)
