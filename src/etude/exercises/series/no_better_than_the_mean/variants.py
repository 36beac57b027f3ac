"""Other lengths of the window, and other batches."""


def variant(rng):
    years = rng.choice([8, 9, 10, 13])
    return {"11": years, "12": years + 1, "89": 100 - years, "16": rng.choice([12, 14, 20])}
