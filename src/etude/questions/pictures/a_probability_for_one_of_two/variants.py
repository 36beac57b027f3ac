"""Two other kinds in either order, the bars that follow from them, and another name of the file."""

# The easiest bar first: what looks more alike is harder to tell.
ALIKE = ("0.67", "0.5", "0.46", "0.43")
LESS_ALIKE = ("0.6", "0.32", "0.28", "0.24")
BARS = {
    ("Pullover", "Coat"): ALIKE,
    ("Pullover", "Shirt"): ALIKE,
    ("Coat", "Shirt"): ALIKE,
    ("T-shirt/top", "Shirt"): ALIKE,
    ("Dress", "Coat"): LESS_ALIKE,
    ("Dress", "Shirt"): LESS_ALIKE,
    ("T-shirt/top", "Dress"): LESS_ALIKE,
}


def variant(rng):
    pair = rng.choice(list(BARS))
    bars = BARS[pair]
    first, second = rng.sample(pair, 2)
    file = rng.choice(["second", "probability", "sure", "pair", "sorter", "chance"])
    return {
        '"Pullover", "Coat"': f'"{first}", "{second}"',
        "**Pullover**": f"**{first}**",
        "**Coat**": f"**{second}**",
        "(0.67, 0.5, 0.46)": f"({', '.join(bars[:3])})",
        "bar=0.43": f"bar={bars[3]}",
        "0.67, 0.5, 0.46 and 0.43": f"{', '.join(bars[:3])} and {bars[3]}",
        "second.keras": f"{file}.keras",
    }
