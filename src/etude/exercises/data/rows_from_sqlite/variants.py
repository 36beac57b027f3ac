"""Other trips and other columns."""


def variant(rng):
    things = rng.choice(["trips", "rides", "tours"])
    return {
        "trips": things,
        "load_trips": f"load_{things}",
        "MOST_TRIPS": f"MOST_{things.upper()}",
        "km": rng.choice(["km", "miles", "distance"]),
        "minutes": rng.choice(["minutes", "duration", "waiting"]),
        "tip": rng.choice(["tip", "by_card", "shared"]),
    }
