"""Another size, batch and share."""


def variant(rng):
    side, batch = rng.choice([40, 56, 64]), rng.choice([8, 12, 24])
    kept = rng.choice(["bird", "bug", "plant"])
    return {"48": side, "16": batch, kept: rng.choice(["fruit", "vehicle"])}
