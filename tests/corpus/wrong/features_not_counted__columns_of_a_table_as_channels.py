"""A convolution over the 16 columns of my table: "Shapes used to initialize variables must be fully-defined"."""
import numpy as np
from keras.layers import Conv1D, Dense, Flatten, MaxPooling1D
from keras.models import Sequential

rng = np.random.default_rng(1)
kinds = rng.integers(0, 3, 300)
columns = 16
table = rng.normal(size=(3, columns))[kinds] + 0.5 * rng.normal(size=(300, columns))

model = Sequential()
model.add(Conv1D(32, 3, activation="relu", input_shape=(None, columns)))
model.add(MaxPooling1D(pool_size=2))
model.add(Flatten())
model.add(Dense(3, activation="softmax"))  # diagnosis: features_not_counted
model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(table, kinds, epochs=4, verbose=0)
