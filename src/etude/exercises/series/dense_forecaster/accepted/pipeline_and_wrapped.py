"""Trains on scaled numbers, then wraps the scaling around the network."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

sunspots = np.genfromtxt("data/sunspots/sunspots.csv", delimiter=",", names=True)["sunspots"]
scaled = (sunspots / 100).astype("float32")
data = keras.utils.timeseries_dataset_from_array(
    scaled[:-1], scaled[22:], sequence_length=22, batch_size=16, shuffle=True, seed=1
)
network = keras.Sequential(
    [keras.Input((22,)), layers.Dense(64, activation="relu"), layers.Dense(1)]
)
network.compile(optimizer=keras.optimizers.Adam(0.005), loss="mae")
network.fit(data, epochs=30, verbose=0)

inputs = keras.Input((22,))
outputs = layers.Rescaling(100)(network(layers.Rescaling(1 / 100)(inputs)))
keras.Model(inputs, outputs).save("sunspots.keras")
