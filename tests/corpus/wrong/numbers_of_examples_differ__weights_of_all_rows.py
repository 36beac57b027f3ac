import numpy as np
import keras
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(0)
X = rng.normal(size=(500, 6))
y = (X[:, 0] > 1).astype(int)
weights = np.where(y == 1, 5.0, 1.0)
X_train, X_val, y_train, y_val = train_test_split(X, y, stratify=y, random_state=0)

model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, sample_weight=weights, epochs=3, validation_data=(X_val, y_val), verbose=0)  # diagnosis: numbers_of_examples_differ
