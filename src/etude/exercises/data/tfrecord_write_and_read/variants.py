"""Other names of the features, other numbers of measures."""

WORDS = {3: "three", 4: "four", 5: "five"}


def variant(rng):
    width = rng.choice([3, 4, 5])
    return {
        "measures": rng.choice(["measures", "readings", "scores"]),
        "three": WORDS[width],
        ", 3)": f", {width})",
        "(3,)": f"({width},)",
        "[3]": f"[{width}]",
    }
