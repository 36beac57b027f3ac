"""Four other classes, no one of which stands where the alphabet has it; other files and units."""

CLASSES = ["Trouser", "Coat", "Bag", "Ankle boot"]
PAIRS = [
    ("T-shirt/top", "Pullover"),
    ("T-shirt/top", "Coat"),
    ("Dress", "Pullover"),
    ("Dress", "Coat"),
    ("Pullover", "Trouser"),
    ("T-shirt/top", "Trouser"),
]


def variant(rng):
    classes = [*rng.choice(PAIRS), "Bag", rng.choice(["Sandal", "Sneaker", "Ankle boot"])]
    while any(name == other for name, other in zip(classes, sorted(classes), strict=True)):
        rng.shuffle(classes)
    return {
        _listed(CLASSES, '"'): _listed(classes, '"'),
        _listed(CLASSES, "`"): _listed(classes, "`"),
        "clothes.keras": f"{rng.choice(['clothes', 'wardrobe', 'shop', 'garments'])}.keras",
        "64": rng.choice(["48", "64", "80", "96"]),
    }


def _listed(names, quote):
    return ", ".join(f"{quote}{name}{quote}" for name in names)
