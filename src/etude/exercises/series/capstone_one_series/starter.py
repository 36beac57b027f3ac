"""From weekly measurements with gaps to one file that forecasts the CO2 of the next week."""

import keras
import numpy as np
from keras import layers

WEEKS = 52

# TODO: read the series, train a network, and save it as co2.keras.
