"""Lets Keras cut, and mix whole windows."""

import keras
import numpy as np
from keras import layers

YEARS = 11
BATCH = 16

keras.utils.set_random_seed(1)


def examples_of(series):
    """Batches of windows (batch, YEARS) and of the value that follows each (batch,), well mixed."""
    return keras.utils.timeseries_dataset_from_array(
        series[:-1], series[YEARS:], sequence_length=YEARS, batch_size=BATCH, shuffle=True
    )


table = np.loadtxt("data/sunspots/sunspots.csv", delimiter=",", skiprows=1, dtype="float32")
hundreds = table[:, 1] / 100
training_data = examples_of(hundreds[:190])
test_data = examples_of(hundreds[190:])

model = keras.Sequential([keras.Input((YEARS,)), layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse", metrics=["mae"])
model.fit(training_data, epochs=8, verbose=0)

_, error = model.evaluate(test_data, verbose=0)
print(f"mean absolute error: {100 * error:.1f} sunspots")
