"""Reads taxi trips from a CSV file into shuffled batches."""

import csv

import numpy as np
import tensorflow as tf

COLUMNS = ["km", "minutes", "tip"]
MOST_TRIPS = 1000  # the shuffle holds so many at a time


def load_trips(path, batch_size):
    """A dataset of batches: features (batch, 2) float32, tip (batch,) integers."""
    # TODO: when the path ends in ".db", read the table "trips" instead.
    trips = from_csv(path)
    return trips.shuffle(MOST_TRIPS).batch(batch_size).prefetch(tf.data.AUTOTUNE)


def from_csv(path):
    """A dataset of trips, one by one; those with a gap are left out."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = [[row[name] for name in COLUMNS] for row in csv.DictReader(file)]
    table = np.array([row for row in rows if all(row)], dtype="float32")
    return tf.data.Dataset.from_tensor_slices((table[:, :2], table[:, 2].astype("int32")))
