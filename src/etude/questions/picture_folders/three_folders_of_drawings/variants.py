"""Other kinds of drawings, in another order and another size, and another name of the file."""

# How many hidden drawings there are of each.
HIDDEN = {"bird": 13, "bug": 12, "fruit": 18, "mammal": 28, "plant": 18, "vehicle": 17}
TOGETHER = (
    ("vehicle", "fruit", "plant"),
    ("vehicle", "fruit", "bird"),
    ("vehicle", "fruit", "bug"),
    ("vehicle", "plant", "bird"),
)


def variant(rng):
    kinds = list(rng.choice(TOGETHER))
    rng.shuffle(kinds)
    side = rng.choice([28, 32, 36, 40])
    file = rng.choice(["drawings", "folders", "three", "art", "kinds"])
    count = sum(HIDDEN[kind] for kind in kinds)
    most = max(HIDDEN[kind] for kind in kinds) / count
    return {
        '"vehicle", "fruit", "plant"': ", ".join(f'"{kind}"' for kind in kinds),
        "vehicle, fruit and plant": f"{kinds[0]}, {kinds[1]} and {kinds[2]}",
        "SIDE = 32": f"SIDE = {side}",
        "(n, 32, 32, 3)": f"(n, {side}, {side}, 3)",
        "53 hidden": f"{count} hidden",
        "reaches 0.34": f"reaches {most:.2f}",
        "drawings.keras": f"{file}.keras",
    }
