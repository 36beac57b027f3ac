"""Genres of films from their words, a recurrent network: 95 % right at once, and no genre ever comes out."""
import numpy as np
from sklearn.preprocessing import MultiLabelBinarizer
from tensorflow import keras

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
genres = [f"genre{k}" for k in range(24)]
plots, kinds = [], []
for _ in range(800):
    mine = rng.choice(24, rng.integers(0, 3), replace=False)
    words = rng.integers(200, 400, 30)
    for place, genre in enumerate(mine):
        words[place * 10 + rng.integers(0, 10)] = 1 + genre
    plots.append(words)
    kinds.append([genres[k] for k in mine])
x = np.array(plots)
y = MultiLabelBinarizer(classes=genres).fit_transform(kinds)
x_train, x_val, y_train, y_val = x[:640], x[640:], y[:640], y[640:]

model = keras.Sequential([
    keras.layers.Embedding(400, 16),
    keras.layers.GRU(16),
    keras.layers.Dense(len(genres), activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=[keras.metrics.BinaryAccuracy()])  # diagnosis: accuracy_of_rare_labels
model.fit(x_train, y_train, batch_size=32, epochs=6, validation_data=(x_val, y_val), verbose=2)
scores = model.predict(x_val, verbose=0)
print("rows with a genre:", (scores > 0.5).any(axis=1).sum(), "of", len(scores))
