"""Other numbers of filters."""


def variant(rng):
    first = rng.choice([16, 20, 24, 48])
    second = rng.choice([48, 96, 100])
    return {"32": first, "64, 3": f"{second}, 3", "3, 64": f"3, {second}", "filters=64": f"filters={second}"}
