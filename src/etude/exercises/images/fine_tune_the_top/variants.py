"""Other classes."""


def variant(rng):
    first, third = rng.choice([("bird", "vehicle"), ("fruit", "vehicle"), ("bird", "fruit")])
    return {"bug": first, "vehicle": third}
