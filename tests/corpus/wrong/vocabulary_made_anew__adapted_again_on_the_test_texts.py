"""The same reviews score 50 % on the test set although training reaches 100 %."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(11)
good = ["happy", "lovely", "superb", "excellent", "delightful", "fine"]
bad = ["awful", "terrible", "boring", "poor", "sad", "dreadful"]
filler = ["movie", "actor", "plot", "scene", "music", "camera", "script", "ending"]

def make(n, lean):
    texts, labels = [], []
    for _ in range(n):
        label = rng.integers(2)
        words = list(rng.choice(good if label else bad, 3)) + list(rng.choice(filler, 5, p=lean))
        rng.shuffle(words)
        texts.append(" ".join(words))
        labels.append(label)
    return np.array(texts), np.array(labels)

train_x, train_y = make(1500, [.3, .2, .1, .1, .1, .1, .05, .05])
test_x, test_y = make(300, [.05, .05, .1, .1, .1, .1, .2, .3])

vectorize = layers.TextVectorization(max_tokens=100, output_sequence_length=8)
vectorize.adapt(train_x)
x_train = vectorize(train_x).numpy()

vectorize.adapt(test_x)  # diagnosis: vocabulary_made_anew
x_test = vectorize(test_x).numpy()

model = tf.keras.Sequential([
    layers.Embedding(100, 16),
    layers.GlobalAveragePooling1D(),
    layers.Dense(16, activation="relu"),
    layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, train_y, epochs=12, verbose=2)
print("test:", model.evaluate(x_test, test_y, verbose=0))
