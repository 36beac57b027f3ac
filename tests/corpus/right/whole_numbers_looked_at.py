"""Looks at windows of a count of days and at what comes after each of them."""
import numpy as np
import tensorflow as tf

days = np.arange(100, 160)
pairs = tf.keras.preprocessing.timeseries_dataset_from_array(
    days[:-7], days[7:], sequence_length=7, batch_size=1
)
for window, target in pairs.take(4):
    print(window.numpy()[0], "->", target.numpy()[0])
