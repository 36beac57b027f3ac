"""From four weeks of five stations to one file that forecasts the next seven days of all of them."""

import keras
import numpy as np
from keras import layers

DAYS = 28
STEPS = 7
STATIONS = 5

# TODO: read the table, train a network, and save it as ridership.keras.
