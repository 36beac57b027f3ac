"""TensorFlow asks the data base itself; gaps are left to the query."""

import csv

import numpy as np
import tensorflow as tf

COLUMNS = ["km", "minutes", "tip"]
MOST_TRIPS = 1000  # the shuffle holds so many at a time


def load_trips(path, batch_size):
    """A dataset of batches: features (batch, 2) float32, tip (batch,) integers."""
    trips = from_table(path) if path.endswith(".db") else from_csv(path)
    return trips.shuffle(MOST_TRIPS).batch(batch_size).prefetch(tf.data.AUTOTUNE)


def from_table(path):
    complete = " AND ".join(f"{name} IS NOT NULL" for name in COLUMNS)
    query = f"SELECT CAST(km AS REAL), CAST(minutes AS REAL), tip FROM trips WHERE {complete}"
    types = (tf.float64, tf.float64, tf.int64)
    rows = tf.data.experimental.SqlDataset("sqlite", path, query, types)
    return rows.map(lambda km, minutes, tip: (tf.cast(tf.stack([km, minutes]), tf.float32), tip))


def from_csv(path):
    """A dataset of trips, one by one; those with a gap are left out."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = [[row[name] for name in COLUMNS] for row in csv.DictReader(file)]
    table = np.array([row for row in rows if all(row)], dtype="float32")
    return tf.data.Dataset.from_tensor_slices((table[:, :2], table[:, 2].astype("int32")))
