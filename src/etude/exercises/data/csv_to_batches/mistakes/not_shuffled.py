"""The rows come as the file has them, species by species."""

import csv

import numpy as np
import tensorflow as tf

MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
SPECIES = ["Adelie", "Chinstrap", "Gentoo"]  # the label of a species is its place here


def load_penguins(path, batch_size):
    """A dataset of batches: features (batch, 4) float32, labels (batch,) integers."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if all(row[name] for name in MEASURES)]
    features = np.array([[row[name] for name in MEASURES] for row in rows], dtype="float32")
    labels = np.array([SPECIES.index(row["species"]) for row in rows])

    data = tf.data.Dataset.from_tensor_slices((features, labels))  # one penguin each
    return data.batch(batch_size).prefetch(tf.data.AUTOTUNE)  # diagnosis: not_shuffled


if __name__ == "__main__":
    for features, labels in load_penguins("data/penguins/penguins.csv", 8).take(1):
        print(features, labels)
