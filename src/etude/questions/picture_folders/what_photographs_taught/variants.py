"""Other kinds of drawings in another order, and another name of the file."""

# How many hidden drawings there are of each.
HIDDEN = {"bird": 13, "bug": 12, "fruit": 18, "mammal": 28, "plant": 18, "vehicle": 17}
# The first two of each row come first: whoever learns only them knows neither many nor few.
TOGETHER = (
    ("vehicle", "bird", "plant", "fruit"),
    ("vehicle", "bird", "bug", "fruit"),
    ("vehicle", "bug", "bird", "fruit"),
    ("vehicle", "bird", "bug", "plant"),
    ("vehicle", "bug", "bird", "plant"),
)


def variant(rng):
    row = rng.choice(TOGETHER)
    kinds = [*rng.sample(row[:2], 2), *rng.sample(row[2:], 2)]
    file = rng.choice(["carried", "known", "drawings", "transfer", "taught", "art"])
    return {
        '"vehicle", "bird", "plant", "fruit"': ", ".join(f'"{kind}"' for kind in kinds),
        "vehicle, bird, plant and fruit": f"{', '.join(kinds[:-1])} and {kinds[-1]}",
        "66 hidden": f"{sum(HIDDEN[kind] for kind in kinds)} hidden",
        "carried.keras": f"{file}.keras",
    }
