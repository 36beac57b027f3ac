import keras
import numpy as np
from keras import layers

rng = np.random.default_rng(0)
x = rng.integers(1, 8, (200, 5))
y = rng.integers(1, 8, (200,))
model = keras.Sequential(
    [keras.Input((5,), dtype="int32"), layers.Embedding(50, 4), layers.LSTM(4), layers.Dense(50, "softmax")]
)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x, y, verbose=0)
