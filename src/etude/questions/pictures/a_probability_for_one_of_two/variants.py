"""Two other kinds that look alike, in either order, and another name of the file."""

PAIRS = (
    ("Pullover", "Coat"),
    ("Pullover", "Shirt"),
    ("Coat", "Shirt"),
    ("T-shirt/top", "Shirt"),
    ("Dress", "Coat"),
    ("Dress", "Shirt"),
)


def variant(rng):
    first, second = rng.sample(rng.choice(PAIRS), 2)
    file = rng.choice(["second", "probability", "sure", "pair", "sorter", "chance"])
    return {
        '"Pullover", "Coat"': f'"{first}", "{second}"',
        "**Pullover**": f"**{first}**",
        "**Coat**": f"**{second}**",
        "second.keras": f"{file}.keras",
    }
