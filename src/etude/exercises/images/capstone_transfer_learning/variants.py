"""Another order of the answers, and another name of the file."""


def variant(rng):
    first = rng.choice(["fruit", "vehicle", "plant", "bug"])
    return {
        "mammal": first,
        first: "mammal",
        '"mammal" reaches': '"mammal" reaches',  # most of the drawings are mammals in any order
        "drawings.keras": rng.choice(["clip_art.keras", "six_kinds.keras", "pictures.keras"]),
    }
