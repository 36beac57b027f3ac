"""Another share of rows to learn from, and other seeds."""


def variant(rng):
    first, second = rng.sample([3, 5, 7, 11, 23], 2)
    return {
        "240": rng.choice([210, 220, 250]),
        "train(1)": f"train({first})",
        "args=(1,)": f"args=({first},)",
        "train(2)": f"train({second})",
        "args=(2,)": f"args=({second},)",
        "(1, 1, 2)": f"({first}, {first}, {second})",
    }
