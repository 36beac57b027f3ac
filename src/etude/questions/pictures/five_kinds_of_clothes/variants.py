"""Other kinds of clothes in another order, and another name of the file."""

TOPS = ("T-shirt/top", "Pullover", "Coat")
OTHERS = ("Trouser", "Sandal", "Sneaker", "Bag", "Ankle boot")
IN_FILE = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker")
IN_FILE += ("Bag", "Ankle boot")


def variant(rng):
    kinds = ["Shirt", *rng.sample(TOPS, 2), *rng.sample(OTHERS, 2)]
    rng.shuffle(kinds)
    while in_place(kinds) > 1:  # whoever answers in the order of the file should not be right
        rng.shuffle(kinds)
    file = rng.choice(["clothes", "wardrobe", "garments", "fashion", "five_kinds", "kinds"])
    return {
        '"Shirt", "Sandal", "Bag", "Pullover", "Coat"': ", ".join(f'"{kind}"' for kind in kinds),
        "Shirt, Sandal, Bag, Pullover and Coat": f"{', '.join(kinds[:-1])} and {kinds[-1]}",
        "clothes.keras": f"{file}.keras",
    }


def in_place(kinds):
    """How many kinds stand where the file's order of these five has them, too."""
    return sum(kind == other for kind, other in zip(kinds, sorted(kinds, key=IN_FILE.index)))
