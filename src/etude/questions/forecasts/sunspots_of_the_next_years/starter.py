"""From yearly sunspots to one file that forecasts the next 2 years."""

import numpy as np

YEARS = 14
STEPS = 2

sunspots = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, usecols=1)
print(len(sunspots), "years, from", sunspots.min(), "to", sunspots.max(), "spots")

# TODO: train a network, and save it as sun.keras.
