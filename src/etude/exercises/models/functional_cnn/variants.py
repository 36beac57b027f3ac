"""Other sizes of pictures, filters and units."""


def variant(rng):
    side = rng.choice([24, 28, 30, 32, 36])
    first = rng.choice([12, 16, 24, 40, 48])
    second = rng.choice([32, 56, 72, 80, 96])
    units = rng.choice([50, 64, 100, 160, 200])
    # What "valid" 3 x 3 convolutions and 2 x 2 pooling leave of each side.
    seen = side - 2
    pooled = seen // 2
    seen_again = pooled - 2
    left = seen_again // 2
    flat = left * left * second
    convolutions = 3 * 3 * 1 * first + first + 3 * 3 * first * second + second
    parameters = convolutions + flat * units + units + units * 10 + 10
    return {
        "28, 28": f"{side}, {side}",
        "26, 26": f"{seen}, {seen}",
        "13, 13": f"{pooled}, {pooled}",
        "11, 11": f"{seen_again}, {seen_again}",
        "5, 5": f"{left}, {left}",
        "(32, 24, 3)": rng.choice(["(32, 24, 3)", "(24, 40, 3)", "(30, 36, 3)"]),
        "32": first,
        "64": second,
        "128": units,
        "1600": flat,
        "225_034": f"{parameters:_}",
        "225034": parameters,
    }
