"""Other words."""


def variant(rng):
    slow = rng.choice(["long", "short", "loud"])
    bad = rng.choice(["poor", "awful", "weak"])
    good = rng.choice(["fine", "great", "lovely"])
    return {
        "film": rng.choice(["book", "game", "meal", "song"]),
        "plot": rng.choice(["idea", "price", "colour"]),
        "slow": slow,
        "Slow": slow.capitalize(),
        "bad": bad,
        "Bad": bad.capitalize(),
        "good": good,
        "Good": good.capitalize(),
        "GOOD": good.upper(),
    }
