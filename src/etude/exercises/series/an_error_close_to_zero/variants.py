"""Other lengths of the window."""


def variant(rng):
    years = rng.choice([9, 10, 12, 13])
    return {"11": years, "29": 40 - years, "10": years - 1}
