"""Other numbers of days."""


def variant(rng):
    size = rng.choice([10, 12, 15, 21])
    other = rng.choice([6, 7, 8])
    return {"14": size, "26": 40 - size, "(9, 2": f"({other}, 2", ", 9, 2": f", {other}, 2"}
