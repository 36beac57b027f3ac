"""Short reviews, good or bad; the LSTM stays at half of them right."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
good, bad, other = 'great loved fun brilliant'.split(), 'awful boring dull poor'.split(), 'the movie film was it plot and a scene story actor i really end'.split()
texts, labels = [], []
for _ in range(800):
    s = int(rng.integers(2)); labels.append(s)
    texts.append(' '.join(rng.choice(good if s else bad) if rng.random() < .3 else rng.choice(other) for _ in range(rng.integers(5, 12))))
tok = Tokenizer(); tok.fit_on_texts(texts[:600])
def encode(t):
    return pad_sequences(tok.texts_to_sequences(t), maxlen=14)
X, y = encode(texts[:600]), np.array(labels[:600])
X = X.reshape(X.shape[0], X.shape[1], 1)
model = tf.keras.Sequential()
model.add(tf.keras.layers.LSTM(16, input_shape=(14, 1)))  # diagnosis: token_numbers_as_quantities
model.add(tf.keras.layers.Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(X, y, epochs=4, verbose=0)
