"""Another history, another start and another period."""


def variant(rng):
    series = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8]
    start, period = rng.choice([(5, 4), (5, 3), (7, 4), (7, 3)])
    last = rng.choice([8, 6, 18])
    naive, seasonal = series[start - 1 : -1], series[start - period : -period]
    scale = (2 + 4 + abs(16 - last)) / 3
    return {
        "the start 6": f"the start {start}",
        "START = 6": f"START = {start}",
        "a period of 4": f"a period of {period}",
        "PERIOD = 4": f"PERIOD = {period}",
        "gives 8, 1, 8, 2": f"gives {', '.join(map(str, naive))}",
        "gives 1, 8, 2, 8": f"gives {', '.join(map(str, seasonal))}",
        "10, 12, 16, 10": f"10, 12, 16, {last}",
        "16.0, 10.0": f"16.0, {last}.0",
        "is 0.4": f"is {1.6 / scale:.4g}",
    }
