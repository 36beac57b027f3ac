"""Other colours of ink."""


def variant(rng):
    grey = rng.choice([70, 80, 110, 120])
    blue = rng.choice(["20, 80, 180", "40, 50, 220", "10, 90, 210"])
    red = rng.choice(["180, 20, 40", "220, 50, 20", "190, 40, 60"])
    return {
        "90": grey,
        "90.0": f"{grey}.0",
        "30, 60, 200": blue,
        "30.0, 60.0, 200.0": ", ".join(f"{part}.0" for part in blue.split(", ")),
        "200, 30, 30": red,
        "200.0, 30.0, 30.0": ", ".join(f"{part}.0" for part in red.split(", ")),
    }
