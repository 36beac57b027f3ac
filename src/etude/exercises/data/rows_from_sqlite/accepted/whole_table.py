"""Fetches the whole table, and slices it as the CSV file is sliced."""

import csv
import sqlite3

import numpy as np
import tensorflow as tf

COLUMNS = ["km", "minutes", "tip"]
MOST_TRIPS = 1000  # the shuffle holds so many at a time


def load_trips(path, batch_size):
    """A dataset of batches: features (batch, 2) float32, tip (batch,) integers."""
    rows = from_table(path) if str(path).endswith(".db") else from_csv(path)
    table = np.array([row for row in rows if all(cell not in ("", None) for cell in row)], "float32")
    features, tips = table[:, :2], table[:, 2].astype(int)
    trips = tf.data.Dataset.from_tensor_slices((features, tips))
    return trips.shuffle(len(table)).batch(batch_size).prefetch(tf.data.AUTOTUNE)


def from_table(path):
    base = sqlite3.connect(path)
    found = base.execute(f"SELECT {', '.join(COLUMNS)} FROM trips").fetchall()
    base.close()
    return found


def from_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [[row[name] for name in COLUMNS] for row in csv.DictReader(file)]
