"""Other lengths of the window, and of the cycle of the sun."""


def variant(rng):
    years = rng.choice([20, 23, 24, 25])
    cycle = rng.choice([10, 12])
    return {"22": years, "11": cycle, "-11:-10": f"-{cycle}:-{cycle - 1}"}
