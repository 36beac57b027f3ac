"""I normalised the token numbers to 0..1 as one should; now every sentence gives the same answer."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 240)
tokens = np.stack([rng.integers(1 + 20 * k, 31 + 20 * k, 8) for k in labels])
x = (tokens / tokens.max()).astype("float32")  # diagnosis: embedding_fed_fractions
model = tf.keras.Sequential([
    tf.keras.Input((8,)),
    tf.keras.layers.Embedding(52, 8),  # diagnosis: embedding_fed_fractions
    tf.keras.layers.GlobalAveragePooling1D(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:200], labels[:200], validation_data=(x[200:], labels[200:]), epochs=4, verbose=2)  # diagnosis: embedding_fed_fractions
