"""From reviews to one file that says how probable it is that a review is great praise."""

import csv

with open("data/reviews/reviews.csv", encoding="utf-8") as lines:
    rows = list(csv.DictReader(lines))
print(len(rows), "reviews, the first:", rows[0])

# TODO: train a network, and save a model that takes texts as praise.keras.
