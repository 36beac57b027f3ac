"""From weekly measurements with gaps to one file that forecasts the next 8 weeks."""

import numpy as np

WEEKS = 52
STEPS = 8

co2 = np.genfromtxt("data/co2/co2.csv", delimiter=",", skip_header=1, usecols=1)  # NaN: a gap
print(len(co2), "weeks,", np.isnan(co2).sum(), "of them missing")

# TODO: train a network, and save it as air.keras.
