"""Two sensors agree or they do not; accuracy stays at 0.75 whatever the learning rate is."""
import keras
import numpy as np

keras.utils.set_random_seed(1)
sensors = np.random.default_rng(0).integers(0, 2, (400, 2)).astype("float32")
agree = (sensors[:, 0] == sensors[:, 1]).astype("float32")

model = keras.Sequential()
model.add(keras.layers.Input((2,)))
model.add(keras.layers.Dense(2))  # diagnosis: too_few_units
model.add(keras.layers.Activation("relu"))
model.add(keras.layers.Dense(1))
model.add(keras.layers.Activation("sigmoid"))
model.compile(loss="binary_crossentropy", optimizer=keras.optimizers.Adam(0.004), metrics=["accuracy"])
model.fit(sensors, agree, batch_size=16, epochs=25, verbose=0)
