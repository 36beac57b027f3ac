"""ValueError: Computed output size would be zero or negative, for scans of 64 x 64."""
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential

rows, columns = 64, 64
rng = np.random.default_rng(1)
scans = rng.random((40, rows, columns)).astype("float32")
torn = rng.integers(0, 2, 40)
scans = scans.reshape(scans.shape[0], 1, rows, columns)

model = Sequential()
model.add(Conv2D(16, (3, 3), activation="relu", input_shape=(1, rows, columns)))  # diagnosis: picture_shrinks_to_nothing
model.add(MaxPooling2D((2, 2)))
model.add(Flatten())
model.add(Dense(1, activation="sigmoid"))
model.compile("adam", "binary_crossentropy")
model.fit(scans, torn, epochs=2)
