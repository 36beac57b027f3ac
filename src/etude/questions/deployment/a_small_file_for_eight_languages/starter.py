"""Learns to name eight languages.

TODO: train a small network and save it as names.keras; see README.md.
"""

import csv

import numpy as np

LANGUAGES = ["Italian", "Danish", "Spanish", "Finnish", "Polish", "English", "Dutch", "Turkish"]

with open("data/udhr/udhr.csv", encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["language"] in LANGUAGES]
texts = np.array([row["text"] for row in rows], dtype=object)  # (rows,)
labels = np.array([LANGUAGES.index(row["language"]) for row in rows])
