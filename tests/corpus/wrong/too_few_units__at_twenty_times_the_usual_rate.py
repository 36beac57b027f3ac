"""Exactly one of two doors is open: the loss stays above 0.5 whatever the rate is."""
import keras
import numpy as np
from keras.layers import Activation, Dense, Input
from keras.models import Sequential

keras.utils.set_random_seed(3)
doors = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], "float32")
one_open = np.array([[0], [1], [1], [0]], "float32")

model = Sequential()
model.add(Input((2,)))
model.add(Dense(2))  # diagnosis: too_few_units
model.add(Activation("relu"))
model.add(Dense(1))
model.add(Activation("sigmoid"))
model.compile(optimizer=keras.optimizers.Adam(learning_rate=0.02), loss="binary_crossentropy")
model.fit(doors, one_open, batch_size=1, epochs=70, verbose=0)
print(model.predict(doors, verbose=0))
