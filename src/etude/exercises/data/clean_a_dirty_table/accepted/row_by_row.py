"""Goes through the rows in plain Python."""

import numpy as np

GAPS = {"", "n/a", "?"}


def clean(rows):
    seen, kept = set(), []
    for plant, day, variety, height in zip(rows["plant"], rows["day"], rows["variety"], rows["height"]):
        key = (int(plant), int(day))
        if key in seen:
            continue
        seen.add(key)
        height = height.strip()
        value = float("nan") if height in GAPS else float(height.replace(",", "."))
        if not 0 <= value <= 300:
            value = float("nan")
        kept.append((*key, " ".join(variety.split()).casefold(), value))
    plants, days, varieties, heights = zip(*kept)
    return {
        "plant": np.array(plants, dtype="int64"),
        "day": np.array(days, dtype="int32"),
        "variety": np.array(varieties, dtype=object),
        "height": np.array(heights, dtype="float32"),
    }
