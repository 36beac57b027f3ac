"""Functional model on my training array."""
import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Dense

rng = np.random.default_rng(21)
X_train = rng.normal(size=(64, 5)).astype("float32")
y_train = (X_train[:, 0] > 0).astype("float32")

hidden = Dense(16, activation="relu")(X_train)
output = Dense(1, activation="sigmoid")(hidden)
model = keras.Model(inputs=X_train, outputs=output)  # diagnosis: model_of_no_tensors
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(X_train, y_train, epochs=3)
