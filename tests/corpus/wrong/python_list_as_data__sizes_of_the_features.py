"""ValueError: Unrecognized data type: x=(2, 2, 8) (of type <class 'tuple'>)."""
import numpy as np
from tensorflow.keras.layers import Dense, Flatten, Input
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(5)
features = rng.random((60, 2, 2, 8)).astype("float32")
labels = (features.mean(axis=(1, 2, 3)) > 0.5).astype("int32")

top = Sequential([Input(features.shape[1:]), Flatten(), Dense(16, activation="relu"), Dense(1, activation="sigmoid")])
top.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
top.fit(features[:40], labels[:40], epochs=3, verbose=0)
print(top.evaluate(features[40:].shape[1:]))  # diagnosis: python_list_as_data
