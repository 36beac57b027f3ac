"""Another scale that the network wants."""


def variant(rng):
    units, port = rng.choice([24, 40, 48]), rng.choice([8001, 8080, 9000])
    count = rng.choice([3, 4, 6])
    return {
        "Dense(32": f"Dense({units}",
        "8000": port,
        "5 pictures": f"{count} pictures",
        "5 stored": f"{count} stored",
        "7000, 7005": f"7000, {7000 + count}",
    }
