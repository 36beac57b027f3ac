"""Another number of values that stand for a picture, and another hidden layer."""


def variant(rng):
    size = rng.choice([6, 8, 12, 20, 24, 32])
    return {
        "16 numbers": f"{size} numbers",
        "(batch, 16)": f"(batch, {size})",
        "Dense(16)": f"Dense({size})",
        "Dense(64": f"Dense({rng.choice([40, 48, 56, 80, 96])}",
    }
