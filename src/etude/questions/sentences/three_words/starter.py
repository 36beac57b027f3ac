"""From pieces of one text to one file that names the language of 3 words."""

import csv

NAMES = "Czech, Danish, Estonian, Hungarian, Indonesian, Italian, Slovak, Swedish"
LANGUAGES = NAMES.split(", ")

with open("data/udhr/udhr.csv", encoding="utf-8") as lines:
    rows = [row for row in csv.DictReader(lines) if row["language"] in LANGUAGES]
print(len(rows), "pieces, the first:", rows[0])

# TODO: train a network, and save a model that takes texts as words.keras.
