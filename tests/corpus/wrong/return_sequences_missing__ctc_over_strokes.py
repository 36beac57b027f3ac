# characters of a written line, without knowing where each of them stands
import keras
import numpy as np

rng = np.random.default_rng(0)
strokes = rng.normal(size=(16, 20, 3)).astype("float32")
words = rng.integers(1, 6, (16, 4))
model = keras.Sequential()
model.add(keras.Input((20, 3)))
model.add(keras.layers.Bidirectional(keras.layers.LSTM(8, return_sequences=True)))
model.add(keras.layers.LSTM(8))  # diagnosis: return_sequences_missing
model.add(keras.layers.Dense(6))
model.compile(optimizer="adam", loss=keras.losses.CTC())
model.fit(strokes, words, epochs=1, verbose=0)
