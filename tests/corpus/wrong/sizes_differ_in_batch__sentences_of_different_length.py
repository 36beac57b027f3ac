"""ValueError: Can't convert non-rectangular Python sequence to Tensor. My sentences have different lengths."""
import random

import tensorflow as tf

random.seed(0)
sentences = [[random.randrange(1, 50) for _ in range(random.randrange(3, 12))] for _ in range(64)]
labels = [int(sum(sentence) > 150) for sentence in sentences]

dataset = tf.data.Dataset.from_tensor_slices((sentences, labels))  # diagnosis: sizes_differ_in_batch
dataset = dataset.shuffle(64).batch(8).prefetch(1)
model = tf.keras.Sequential([
    tf.keras.layers.Embedding(50, 8, mask_zero=True),
    tf.keras.layers.LSTM(8),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(dataset, epochs=2)
