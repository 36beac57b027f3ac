"""Another largest shift."""


def variant(rng):
    return {"0.3": f"0.{rng.randrange(21, 60)}"}
