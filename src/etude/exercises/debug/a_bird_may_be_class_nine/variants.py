"""Other sizes of pictures, other numbers of filters, and another third pair of arguments."""


def variant(rng):
    side = rng.choice([24, 28, 36, 40, 48])
    height, width = rng.sample([20, 22, 26, 30, 34], 2)
    return {
        "(32, 32, 3)": f"({side}, {side}, 3)",
        "(32, 32)": f"({side}, {side})",
        "(24, 20, 3), 5": f"({height}, {width}, 3), {rng.choice([3, 4, 5, 6, 7])}",
        "Conv2D(16": f"Conv2D({rng.choice([8, 10, 12, 14, 18])}",
        "Conv2D(32": f"Conv2D({rng.choice([20, 24, 28, 30, 36])}",
    }
