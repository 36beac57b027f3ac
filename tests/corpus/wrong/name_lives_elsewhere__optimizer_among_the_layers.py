"""ImportError: cannot import name 'Adam' from 'tensorflow.keras.layers'"""
import numpy as np
from tensorflow.keras.layers import Adam, Dense, Dropout  # diagnosis: name_lives_elsewhere
from tensorflow.keras.models import Sequential

x = np.random.default_rng(0).normal(size=(128, 10)).astype("float32")
y = (x.sum(axis=1) > 0).astype("float32")

model = Sequential([Dense(32, activation="relu"), Dropout(0.2), Dense(1, activation="sigmoid")])
model.compile(optimizer=Adam(1e-3), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=5, verbose=0)
