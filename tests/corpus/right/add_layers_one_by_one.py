"""The old way: model.add, tensorflow.keras and a validation_split of mixed rows."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import BatchNormalization, Conv2D, Dense, Dropout, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential

tf.random.set_seed(3)
np.random.seed(3)
X = np.random.rand(300, 14, 14, 1).astype("float32")
y = (X[:, :7].mean(axis=(1, 2, 3)) > X[:, 7:].mean(axis=(1, 2, 3))).astype(int)

model = Sequential()
model.add(Conv2D(8, (3, 3), activation="relu", input_shape=(14, 14, 1)))
model.add(MaxPooling2D((2, 2)))
model.add(BatchNormalization())
model.add(Flatten())
model.add(Dense(32, activation="relu"))
model.add(Dropout(0.25))
model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
history = model.fit(X, y, batch_size=30, epochs=8, validation_split=0.2, verbose=0)
print(max(history.history["val_accuracy"]))
