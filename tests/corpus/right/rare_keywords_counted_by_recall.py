"""Rare keywords, and the recall shows beside the accuracy how many are named: few, after so short a training."""
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Dropout, Input
from tensorflow.keras.optimizers import SGD

rng = np.random.default_rng(9)
n_docs, n_words, n_keys = 3000, 300, 100
Y = (rng.random((n_docs, n_keys)) < 0.02).astype("float32")
link = rng.random((n_keys, n_words)) < 0.03
X = (rng.random((n_docs, n_words)) < 0.01) | ((Y @ link) > 0)
X = X.astype("float32")
X_train, X_test, y_train, y_test = train_test_split(X, Y, test_size=0.2, random_state=0)

model = Sequential()
model.add(Input((n_words,)))
model.add(Dense(128, activation="relu"))
model.add(Dropout(0.2))
model.add(Dense(n_keys, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer=SGD(learning_rate=0.1, momentum=0.9), metrics=["binary_accuracy", "recall"])
model.fit(X_train, y_train, epochs=6, batch_size=64, validation_split=0.1, verbose=2)

print("test:", model.evaluate(X_test, y_test, verbose=0))
y_pred = (model.predict(X_test, verbose=0) > 0.5).astype(int)
print("keywords given out:", y_pred.sum(), "should be", int(y_test.sum()))
