import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, Flatten, Dense

classes = ["threat", "severe_toxic", "obscene", "insult", "identity_hate", "toxic"]
rng = np.random.default_rng(1)
X_train = rng.integers(1, 500, (1200, 40))
train_y = np.zeros((1200, 6), dtype="float32")
for k in range(6):
    train_y[:, k] = (X_train == 10 + k).any(axis=1) | (X_train[:, 0] % 23 == k)

model = Sequential()
model.add(Embedding(500, 32))
model.add(Flatten())
model.add(Dense(64, activation="relu"))
model.add(Dense(len(classes), activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["binary_accuracy"])
model.fit(X_train, train_y, validation_split=0.5, epochs=2)
