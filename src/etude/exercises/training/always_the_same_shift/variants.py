"""Another largest shift."""


def variant(rng):
    return {"0.3": rng.choice(["0.2", "0.25", "0.4", "0.5"])}
