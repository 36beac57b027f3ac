"""NameError: name 'Dense' is not defined. I installed keras twice."""
import numpy as np
from tensorflow.keras import Input, Sequential

x = np.random.default_rng(0).normal(size=(60, 4)).astype("float32")
y = x.sum(axis=1)
model = Sequential()
model.add(Input((4,)))
model.add(Dense(16, activation="relu"))  # diagnosis: name_lives_elsewhere
model.add(Dense(1))
model.compile("adam", "mse")
model.fit(x, y, epochs=5)
