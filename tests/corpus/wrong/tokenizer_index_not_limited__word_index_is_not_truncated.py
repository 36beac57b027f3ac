"""indices[0,1] = 13 is not in [0, 8) for a new text, although the Tokenizer was made with num_words=8."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
words = [f"w{i}" for i in range(40)]
texts = [" ".join(rng.choice(words, 6)) for _ in range(80)]
labels = np.array([int("w3" in text.split()) for text in texts])

tokenizer = tf.keras.preprocessing.text.Tokenizer(num_words=8)  # diagnosis: tokenizer_index_not_limited
tokenizer.fit_on_texts(texts)
sequences = tokenizer.texts_to_sequences(texts)
x = tf.keras.utils.pad_sequences(sequences, maxlen=6, padding="post")
print(x.max())
model = tf.keras.Sequential([
    tf.keras.layers.Embedding(8, 8, mask_zero=True),  # diagnosis: tokenizer_index_not_limited
    tf.keras.layers.LSTM(8),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(x, labels, epochs=2, verbose=2)

new = "w3 w13 w20"
codes = np.array([[tokenizer.word_index[word] for word in new.split()]])  # diagnosis: tokenizer_index_not_limited
print(model.predict(codes, verbose=0))  # diagnosis: tokenizer_index_not_limited
