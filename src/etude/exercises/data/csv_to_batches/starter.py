"""Reads penguins from a CSV file into shuffled batches."""

import csv

import numpy as np
import tensorflow as tf

MEASURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
SPECIES = ["Adelie", "Chinstrap", "Gentoo"]  # the label of a species is its place here


def load_penguins(path, batch_size):
    """A dataset of batches: features (batch, 4) float32, labels (batch,) integers."""
    # TODO: read the rows, leave out those with a gap, and make shuffled batches of them.
    return None


if __name__ == "__main__":
    for features, labels in load_penguins("data/penguins/penguins.csv", 8).take(1):
        print(features, labels)
