"""Another weight."""


def variant(rng):
    return {"0.1": rng.choice(["0.05", "0.2", "0.08"])}
