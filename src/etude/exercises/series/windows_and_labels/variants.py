"""Other sizes of windows and batches."""


def variant(rng):
    size = rng.choice([4, 5, 7, 10])
    batch_size = rng.choice([5, 12, 16])
    return {
        "6": size,
        "8": batch_size,
        "34": 40 - size,
        "9": rng.choice([11, 12, 13]),
        "10": rng.choice([14, 15, 18]),
    }
