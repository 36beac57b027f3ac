"""Which word stands beside which, as one-hot rows; the last tenth is held out."""
import numpy as np
from tensorflow import keras
rng = np.random.default_rng(0)
w = rng.integers(0, 30, 3000); near = rng.permutation(30)
X = keras.utils.to_categorical(w, 30); Y = keras.utils.to_categorical(near[w], 30)
m = keras.Sequential([keras.Input((30,)), keras.layers.Dense(16, activation='relu'), keras.layers.Dense(30, activation='softmax')])
m.compile(keras.optimizers.Adam(.01), 'categorical_crossentropy', metrics=['accuracy'])
m.fit(X, Y, epochs=10, validation_split=.1, verbose=0)
