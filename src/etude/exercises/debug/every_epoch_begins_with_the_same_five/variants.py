"""Another size of batches, another hidden layer, and one column in the place of another."""


def variant(rng):
    batch = rng.choice([32, 40, 48, 80, 100, 128])
    return {
        "batch(64)": f"batch({batch})",
        "shuffle(64)": f"shuffle({batch})",
        "(64, 8)": f"({batch}, 8)",
        "Dense(16": f"Dense({rng.choice([8, 12, 20, 24])}",
        '"expenses"': rng.choice(['"expenses"', '"time"']),
    }
