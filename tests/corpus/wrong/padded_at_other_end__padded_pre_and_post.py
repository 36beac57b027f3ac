"""Training uses pad_sequences, the app TextVectorization with the same vocabulary: the app is much worse."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
vocabulary = [f"w{i}" for i in range(30)]
labels = rng.integers(0, 2, 300)
texts = []
for label in labels:
    words = list(rng.choice(vocabulary[2:], rng.integers(3, 8)))
    words[-1] = vocabulary[label]
    texts.append(" ".join(words))
number = {word: i + 2 for i, word in enumerate(vocabulary)}
rows = [[number[word] for word in text.split()] for text in texts]
x = keras.utils.pad_sequences(rows, maxlen=12)  # diagnosis: padded_at_other_end

model = keras.Sequential([
    keras.Input((12,)),
    keras.layers.Embedding(32, 4),
    keras.layers.Flatten(),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:240], labels[:240], validation_data=(x[240:], labels[240:]), epochs=8, verbose=0)
print("validation", model.evaluate(x[240:], labels[240:], verbose=0)[1])

vectorize = keras.layers.TextVectorization(vocabulary=vocabulary, output_sequence_length=12)  # diagnosis: padded_at_other_end
served = vectorize(tf.constant(texts[240:]))
print("in the app", model.evaluate(served, labels[240:], verbose=0)[1])  # diagnosis: padded_at_other_end
