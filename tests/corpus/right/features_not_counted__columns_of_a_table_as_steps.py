"""The 16 columns of a table as steps of one number each, convolved, pooled and flattened."""
import numpy as np
from keras.layers import Conv1D, Dense, Flatten, MaxPooling1D
from keras.models import Sequential

rng = np.random.default_rng(1)
kinds = rng.integers(0, 3, 300)
columns = 16
table = rng.normal(size=(3, columns))[kinds] + 0.5 * rng.normal(size=(300, columns))

model = Sequential()
model.add(Conv1D(32, 3, activation="relu", input_shape=(columns, 1)))
model.add(MaxPooling1D(pool_size=2))
model.add(Flatten())
model.add(Dense(3, activation="softmax"))
model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(table[:240].reshape(-1, columns, 1), kinds[:240], epochs=12, verbose=0)
print(model.evaluate(table[240:].reshape(-1, columns, 1), kinds[240:], verbose=0))
