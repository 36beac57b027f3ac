"""Another distance, other batches."""


def variant(rng):
    size = rng.choice([20, 24, 36, 40])
    near = rng.choice(["0.25", "0.375", "0.625", "0.75"])
    return {
        "NEAR = 0.5": f"NEAR = {near}",
        "**0.5**": f"**{near}**",
        "30, 30, 30 and 4": f"{size}, {size}, {size} and 4",
        "30, 30, 30, 4": f"{size}, {size}, {size}, 4",
    }
