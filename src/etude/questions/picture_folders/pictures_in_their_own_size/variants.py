"""Other kinds of drawings in another order, another size of what is given, and another file."""

# How many hidden drawings there are of each.
HIDDEN = {"bird": 13, "bug": 12, "fruit": 18, "mammal": 28, "plant": 18, "vehicle": 17}
TOGETHER = (
    ("vehicle", "mammal", "fruit"),
    ("plant", "mammal", "fruit"),
    ("vehicle", "mammal", "plant"),
)


def variant(rng):
    kinds = list(rng.choice(TOGETHER))
    rng.shuffle(kinds)
    side = rng.choice([96, 112, 120, 128])
    file = rng.choice(["sizes", "drawings", "kinds", "app", "art", "large"])
    count = sum(HIDDEN[kind] for kind in kinds)
    most = max(HIDDEN[kind] for kind in kinds) / count
    return {
        '"vehicle", "mammal", "fruit"': ", ".join(f'"{kind}"' for kind in kinds),
        "vehicle, mammal and fruit": f"{kinds[0]}, {kinds[1]} and {kinds[2]}",
        "128 x 128": f"{side} x {side}",
        "GIVEN = 128": f"GIVEN = {side}",
        "(128, 128, 3)": f"({side}, {side}, 3)",
        "(n, 128, 128, 3)": f"(n, {side}, {side}, 3)",
        "63 hidden": f"{count} hidden",
        "reaches 0.44": f"reaches {most:.2f}",
        "sizes.keras": f"{file}.keras",
    }
