"""Other numbers of filters."""


def variant(rng):
    first = rng.choice([12, 20, 24])
    second = rng.choice([20, 24])
    return {
        "16": first,
        "32, 3": f"{second}, 3",
        "3, 32": f"3, {second}",
        "filters=32": f"filters={second}",
    }
