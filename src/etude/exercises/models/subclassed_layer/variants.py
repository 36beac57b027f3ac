"""Other numbers of points, and another width in the model."""


def variant(rng):
    count = rng.choice([5, 6, 10])
    return {
        "Nearness(8": f"Nearness({count}",
        "2.5": rng.choice(["0.5", "1.5", "3.5"]),
        "42": 3 * count + 2 * count + 2,
        "24": 3 * count,
        "18": 2 * count + 2,
    }
