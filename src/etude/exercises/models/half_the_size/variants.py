"""Another file, and another number of parameters."""


def variant(rng):
    name = rng.choice(["shop", "fashion", "wardrobe"])
    most = rng.choice([18, 19, 21])
    return {
        "clothes.keras": f"{name}.keras",
        "20,000": f"{most},000",
        "20_000": f"{most}_000",
    }
