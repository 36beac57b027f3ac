"""Wants to see that the target comes after the window: it is the number that the window begins with."""
import numpy as np
import tensorflow as tf

days = np.arange(100, 160)
pairs = tf.keras.preprocessing.timeseries_dataset_from_array(
    days, days, sequence_length=7, batch_size=1  # diagnosis: label_inside_window
)
for window, target in pairs.take(4):
    print(window.numpy()[0], "->", target.numpy()[0])
