"""Other sizes."""


def variant(rng):
    words = rng.choice([400, 450, 600, 700])
    vector = rng.choice([10, 14, 18, 20])
    units = rng.choice([6, 7, 9])
    both = 2 * units
    lstm = 2 * 4 * (vector + units + 1) * units
    gru = 2 * 3 * (both + units + 2) * units
    parameters = words * vector + lstm + gru + both + 1
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
    }
