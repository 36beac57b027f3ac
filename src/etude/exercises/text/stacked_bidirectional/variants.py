"""Other sizes."""


def variant(rng):
    words = rng.choice([400, 450, 600, 700])
    units = rng.choice([6, 7, 9, 10])
    vector = 2 * units  # as it stands: only the other size tells exchanged layers
    parameters, other = size(words, vector, units), size(300, vector, 24)
    both = 2 * units
    return {
        "500": words,
        "8": units,
        "16": vector,
        "16 + 1": f"{both} + 1",
        "16 + 8 + 1": f"{vector} + {units} + 1",
        "16 + 8 + 2": f"{both} + {units} + 2",
        "10_865": f"{parameters:_}",
        "10,865": f"{parameters:,}",
        "10_897": f"{parameters + 2 * both:_}",
        "11_200": f"{parameters + 335:_}",
        "11,200": f"{parameters + 335:,}",
        "23_377": f"{other:_}",
        "23,377": f"{other:,}",
        "24_000": f"{other + 623:_}",
        "24,000": f"{other + 623:,}",
    }


def size(words, vector, units):
    """How many parameters the network has."""
    lstm = 2 * 4 * (vector + units + 1) * units
    gru = 2 * 3 * (2 * units + units + 2) * units
    return words * vector + lstm + gru + 2 * units + 1
