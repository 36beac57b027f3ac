"""Cleans a table of plant heights that people have typed."""

import numpy as np

LOWEST, HIGHEST = 0, 300  # centimetres


def clean(rows):
    """The same columns: integers, one spelling per variety, float32 heights with NaN for gaps."""
    columns = {
        "plant": np.array([int(cell) for cell in rows["plant"]]),
        "day": np.array([int(cell) for cell in rows["day"]]),
        "variety": np.array([cell.strip().lower() for cell in rows["variety"]]),
        "height": np.array([as_height(cell) for cell in rows["height"]], dtype="float32"),
    }
    kept = first_of_each(columns["plant"], columns["day"])
    return {name: column[kept] for name, column in columns.items()}


def as_height(cell):
    """Centimetres, or NaN for a gap and for what cannot be."""
    try:
        height = float(cell.strip().replace(",", "."))
    except ValueError:
        return np.nan
    return height if LOWEST <= height <= HIGHEST else np.nan


def first_of_each(plants, days):
    """Places of the first row of each plant and day, in their order."""
    measured = np.stack([plants, days], axis=1)  # (rows, 2)
    _, first = np.unique(measured, axis=0, return_index=True)
    return np.sort(first)


if __name__ == "__main__":
    typed = {
        "plant": np.array(["1", "2", "1", "1"]),
        "day": np.array(["1", "1", "2", "1"]),
        "variety": np.array(["Roma", "cherry ", " roma", "ROMA"]),
        "height": np.array(["41,5", "n/a", " 43.0", "41,5"]),
    }
    print(clean(typed))
