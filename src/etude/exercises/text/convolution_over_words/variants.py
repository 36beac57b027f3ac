"""Other sizes."""


def variant(rng):
    words = rng.choice([450, 520, 600, 700])
    vector = rng.choice([10, 12, 14, 20])
    filters = rng.choice([9, 10, 11, 13])
    convolutions = vector * (2 + 3 + 4) * filters + 3 * filters
    parameters = words * vector + convolutions + 3 * filters * 5 + 5
    other = 400 * vector + vector * (2 + 5) * 7 + 2 * 7 + 14 * 3 + 3
    return {
        "500": words,
        "16": vector,
        "8": filters,
        "24": 3 * filters,
        "9_301": f"{parameters:_}",
        "9301": parameters,
        "9,301": f"{parameters:,}",
        "7_243": f"{other:_}",
        "7,243": f"{other:,}",
    }
