"""Another span of rates, and another choice."""


def variant(rng):
    place = rng.choice([1, 2, 3])
    losses = [0.9, 0.7, 0.8, 0.6, None]
    losses[place] = 0.2
    told = ", ".join(str(loss) for loss in losses[:4])
    return {"0.9, 0.4, 0.2, 0.8": told, "gives 0.003": f"gives {(place + 1) / 1000:g}", "RATES[2]": f"RATES[{place}]"}
