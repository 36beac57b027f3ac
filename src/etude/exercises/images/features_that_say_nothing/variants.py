"""Other classes."""


def variant(rng):
    first, third = rng.choice([("bug", "vehicle"), ("fruit", "vehicle"), ("bug", "fruit")])
    return {"bird": first, "vehicle": third}
