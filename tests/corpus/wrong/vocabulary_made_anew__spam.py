"""Training accuracy 1.0, test accuracy like a coin."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences

rng = np.random.default_rng(13)
pos, neg = "win gift prize free offer urgent".split(), "meeting lunch tomorrow report office boss".split()
neutral = [f"w{i}" for i in range(60)]

def make(n):
    t, l = [], []
    for _ in range(n):
        k = int(rng.integers(2))
        w = list(rng.choice(neutral, 6)) + list(rng.choice(pos if k else neg, 3))
        rng.shuffle(w)
        t.append(" ".join(w)); l.append(k)
    return t, np.array(l)

train_texts, train_labels = make(700)
test_texts, test_labels = make(200)

def encode(texts):
    tokenizer = Tokenizer(num_words=100)
    tokenizer.fit_on_texts(texts)  # diagnosis: vocabulary_made_anew
    return pad_sequences(tokenizer.texts_to_sequences(texts), maxlen=10)

X_train = encode(train_texts)
X_test = encode(test_texts)

model = tf.keras.Sequential([
    tf.keras.layers.Embedding(100, 16),
    tf.keras.layers.GlobalAveragePooling1D(),
    tf.keras.layers.Dense(16, activation='relu'),
    tf.keras.layers.Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer=tf.keras.optimizers.Adam(0.01), metrics=['accuracy'])
model.fit(X_train, train_labels, epochs=10, verbose=2)
print('test:', model.evaluate(X_test, test_labels, verbose=0))
