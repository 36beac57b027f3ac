"""Reads taxi trips from a CSV file or a SQLite table into shuffled batches."""

import csv
import sqlite3

import numpy as np
import tensorflow as tf

COLUMNS = ["km", "minutes", "tip"]
MOST_TRIPS = 1000  # the shuffle holds so many at a time


def load_trips(path, batch_size):
    """A dataset of batches: features (batch, 2) float32, tip (batch,) integers."""
    trips = from_table(path) if path.endswith(".db") else from_csv(path)
    return trips.shuffle(MOST_TRIPS).batch(batch_size).prefetch(tf.data.AUTOTUNE)


def from_table(path):
    """The same, from the table "trips" of a SQLite data base."""

    def rows():  # called anew for every pass
        with sqlite3.connect(path, check_same_thread=False) as base:
            for km, minutes, tip in base.execute("SELECT km, minutes, tip FROM trips"):
                if None not in (km, minutes, tip):
                    yield (km, minutes), tip

    signature = (tf.TensorSpec((2,), tf.float32), tf.TensorSpec((), tf.int32))
    return tf.data.Dataset.from_generator(rows, output_signature=signature)


def from_csv(path):
    """A dataset of trips, one by one; those with a gap are left out."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = [[row[name] for name in COLUMNS] for row in csv.DictReader(file)]
    table = np.array([row for row in rows if all(row)], dtype="float32")
    return tf.data.Dataset.from_tensor_slices((table[:, :2], table[:, 2].astype("int32")))
