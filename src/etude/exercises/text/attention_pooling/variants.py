"""Other sizes of vectors."""


def variant(rng):
    vector = rng.choice([8, 12, 20, 24])
    parameters = 300 * vector + 2 * (vector + 1)
    return {"16": vector, "4_834": f"{parameters:_}", "4,834": f"{parameters:,}"}
