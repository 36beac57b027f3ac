"""AttributeError: 'Sequential' object has no attribute 'fit_generator'."""
import numpy as np
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Sequential


def batches(count, size=10):
    rng = np.random.default_rng(0)
    while True:
        x = rng.normal(size=(size, 2)).astype("float32")
        yield x, (x[:, 0] > x[:, 1]).astype("int32")


model = Sequential([Input((2,)), Dense(8, activation="relu"), Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit_generator(batches(100), steps_per_epoch=10, epochs=3)  # diagnosis: name_removed
