"""Other parts of the cars to learn from."""


def variant(rng):
    learned = rng.choice([228, 232, 236, 244, 248])
    asked = 314 - learned
    return {"240": learned, "74": asked}
