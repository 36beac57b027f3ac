"""Other kinds of drawings in another order, and another name of the file."""

# How many hidden drawings there are of each.
HIDDEN = {"bird": 13, "bug": 12, "fruit": 18, "mammal": 28, "plant": 18, "vehicle": 17}
TOGETHER = (
    ("vehicle", "bird", "plant", "fruit"),
    ("vehicle", "bird", "bug", "fruit"),
    ("vehicle", "bird", "bug", "plant"),
)


def variant(rng):
    kinds = list(rng.choice(TOGETHER))
    while True:  # whoever learns the first two only should know neither many nor few
        rng.shuffle(kinds)
        if "vehicle" in kinds[:2]:
            break
    file = rng.choice(["carried", "known", "drawings", "transfer", "taught", "art"])
    return {
        '"vehicle", "bird", "plant", "fruit"': ", ".join(f'"{kind}"' for kind in kinds),
        "vehicle, bird, plant and fruit": f"{', '.join(kinds[:-1])} and {kinds[-1]}",
        "66 hidden": f"{sum(HIDDEN[kind] for kind in kinds)} hidden",
        "carried.keras": f"{file}.keras",
    }
