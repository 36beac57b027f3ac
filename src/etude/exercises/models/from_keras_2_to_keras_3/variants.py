"""Another learning rate, another number of units, and another file."""


def variant(rng):
    name = rng.choice(["shop", "fashion", "wardrobe"])
    return {
        "0.004": rng.choice(["0.003", "0.005"]),
        "32": rng.choice([40, 48]),
        "clothes.weights.h5": f"{name}.weights.h5",
        "clothes.h5": f"{name}.h5",
    }
