"""Other sizes of batches, other scales."""


def variant(rng):
    size = rng.choice([12, 16, 20])
    return {"16": size, "70": rng.choice([70, 75, 90])}
