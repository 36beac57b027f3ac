"""Cleans a table of plant heights that people have typed."""

import numpy as np


def clean(rows):
    """The same columns: integers, one spelling per variety, float32 heights with NaN for gaps."""
    # TODO: one spelling per variety, numbers as numbers, gaps as NaN, and no row twice.
    return None


if __name__ == "__main__":
    typed = {
        "plant": np.array(["1", "2", "1", "1"]),
        "day": np.array(["1", "1", "2", "1"]),
        "variety": np.array(["Roma", "cherry ", " roma", "ROMA"]),
        "height": np.array(["41,5", "n/a", " 43.0", "41,5"]),
    }
    print(clean(typed))
