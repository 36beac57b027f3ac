"""Every review gets the same answer when I ask about them in a loop; evaluate says 1.0."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
good, bad = ["lovely", "great", "superb"], ["awful", "boring", "terrible"]
plain = ["the", "film", "was", "plot", "actor", "scene", "and"]


def review(label):
    words = list(rng.choice(plain, 6)) + list(rng.choice(good if label else bad, 2))
    return " ".join(rng.permutation(words))


labels = rng.integers(0, 2, 600)
texts = [review(label) for label in labels]
tok = tf.keras.preprocessing.text.Tokenizer(oov_token="?")
tok.fit_on_texts(texts)
x = tf.keras.utils.pad_sequences(tok.texts_to_sequences(texts), maxlen=10)
net = tf.keras.Sequential(
    [layers.Embedding(len(tok.word_index) + 1, 16), layers.GlobalAveragePooling1D(), layers.Dense(1, activation="sigmoid")]
)
net.compile("adam", "binary_crossentropy", metrics=["accuracy"])
net.fit(x, labels, epochs=12, verbose=0)
print(net.evaluate(x, labels, verbose=0))


def rate(net, tok, text):
    ids = tok.texts_to_sequences(text)  # diagnosis: letters_taken_for_texts
    return net(tf.keras.utils.pad_sequences(ids, maxlen=10))[0, 0].numpy()


for text in ["a superb and lovely film", "the plot was awful and boring"]:
    print(text, rate(net, tok, text))
