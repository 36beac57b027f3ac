"""Another goal."""


def variant(rng):
    return {"0.6": rng.choice(["0.5", "0.55", "0.58"])}
