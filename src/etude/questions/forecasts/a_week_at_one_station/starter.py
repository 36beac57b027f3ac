"""From 28 days of one station to one file that forecasts the next 7 of them."""

import numpy as np

DAYS = 28
STEPS = 7

table = np.genfromtxt("data/ridership/ridership.csv", delimiter=",", names=True, dtype=None)
passengers = table["monroe"].astype("float32")  # thousands a day
print(len(passengers), "days, the first:", passengers[:7])

# TODO: train a network, and save it as station.keras.
