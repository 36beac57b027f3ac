"""The sentiment LSTM stays at chance, or gives another answer for the same review padded to another length."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import LSTM, Dense, Embedding, Input

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
labels = rng.integers(0, 2, 300)
reviews = [rng.integers(1 + 20 * label, 31 + 20 * label, rng.integers(3, 9)) for label in labels]
padded = tf.keras.utils.pad_sequences(reviews, maxlen=70, padding="post")

model = tf.keras.Sequential([
    Input((None,)),
    Embedding(52, 8),  # diagnosis: padding_not_masked
    LSTM(12),
    Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(padded[:240], labels[:240], validation_data=(padded[240:], labels[240:]), epochs=4, verbose=2)
longer = np.pad(padded[:3, :9], ((0, 0), (0, 60)))
print(model.predict(padded[:3, :9], verbose=0).ravel(), model.predict(longer, verbose=0).ravel())
