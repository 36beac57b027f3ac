"""A dense network that forecasts the sunspots of the next year from those of the last 22."""

import keras
import numpy as np
from keras import layers

YEARS = 22

keras.utils.set_random_seed(1)

table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")

# TODO: cut windows and labels, train a network that takes sunspots and gives sunspots, save it.
