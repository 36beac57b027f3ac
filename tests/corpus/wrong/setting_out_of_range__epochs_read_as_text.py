# how long to train comes from the command line
import argparse

import keras
import numpy as np

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default="5")
options, _ = parser.parse_known_args()
rng = np.random.default_rng(0)
x = rng.normal(size=(64, 4)).astype("float32")
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(x, x[:, :1] * 2, epochs=options.epochs, verbose=0)  # diagnosis: setting_out_of_range
