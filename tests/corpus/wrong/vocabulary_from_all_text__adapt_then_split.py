"""Is it correct to adapt TextVectorization on all my texts? There are no unknown words in my test set at all."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
words = np.array([f"word{i}" for i in range(120)])
labels = rng.integers(0, 2, 260)
texts = np.array([" ".join(rng.choice(words[40 * k : 40 * k + 80], 8)) for k in labels])

vectorize = layers.TextVectorization(output_mode="multi_hot")
vectorize.adapt(texts)  # diagnosis: vocabulary_from_all_text
x = vectorize(texts).numpy()
model = tf.keras.Sequential([
    tf.keras.Input(x.shape[1:]),
    layers.Dense(16, activation="relu"),
    layers.Dropout(0.3),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:200], labels[:200], validation_data=(x[200:], labels[200:]), epochs=5, verbose=0)
print(model.evaluate(x[200:], labels[200:], verbose=0))
