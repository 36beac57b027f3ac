"""Another camera: how it hangs, how many pixels it has, and what the file is called."""

DEGREES = {1: "90", 2: "180", 3: "270"}


def variant(rng):
    turns = rng.choice([1, 2, 3])
    side = rng.choice([16, 18, 20, 22, 24])
    file = rng.choice(["sideways", "turned", "camera", "clothes", "sorter", "belt"])
    return {
        "SIDE = 20": f"SIDE = {side}",
        "20 x 20": f"{side} x {side}",
        "`(n, 20, 20)`": f"`(n, {side}, {side})`",
        "TURNS = 1": f"TURNS = {turns}",
        "quarter_turns=1": f"quarter_turns={turns}",
        "90 degrees": f"{DEGREES[turns]} degrees",
        "`k=1`": f"`k={turns}`",
        "sideways.keras": f"{file}.keras",
    }
