"""It trains, but no better than before I put a hidden layer in."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, Embedding, Input

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
words = rng.integers(2, 40, (200, 12))
good = (words < 12).sum(axis=1) > (words > 28).sum(axis=1)

model = tf.keras.Sequential()
model.add(Input((12,)))
model.add(Embedding(40, 8))
model.add(tf.keras.layers.GlobalAveragePooling1D())
model.add  # diagnosis: method_not_called
model.add(Dense(1, activation="sigmoid"))
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(words, good.astype("float32"), epochs=4, verbose=0)
print(model.predict(words[:5], verbose=0).ravel())
