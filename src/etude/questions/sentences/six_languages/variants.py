"""Other languages, among them two pairs of neighbours, in another order."""

NAMES = ("Norwegian", "Spanish", "Czech", "Slovak", "Galician", "Danish")

PAIRS = (
    ("Danish", "Norwegian"),
    ("Czech", "Slovak"),
    ("Galician", "Spanish"),
    ("Catalan", "Portuguese"),
    ("Danish", "Swedish"),
    ("Estonian", "Finnish"),
)

# How many hidden texts there are.
HIDDEN = {
    "Catalan": 36,
    "Czech": 29,
    "Danish": 35,
    "Dutch": 38,
    "English": 34,
    "Estonian": 27,
    "Finnish": 26,
    "French": 39,
    "Galician": 35,
    "German": 35,
    "Hungarian": 29,
    "Indonesian": 34,
    "Italian": 35,
    "Norwegian": 33,
    "Polish": 29,
    "Portuguese": 34,
    "Slovak": 30,
    "Spanish": 36,
    "Swedish": 32,
    "Turkish": 26,
}


def variant(rng):
    chosen = _languages(rng)
    return {
        **dict(zip(NAMES, _in_another_order(chosen, rng), strict=True)),
        "198": sum(HIDDEN[name] for name in chosen),
        "six.keras": rng.choice(["languages.keras", "tongues.keras", "which.keras"]),
    }


def _languages(rng):
    """Two pairs of neighbours and two more, but never three Scandinavian languages."""
    chosen = set()
    while len(chosen) < 6 or chosen >= {"Danish", "Norwegian", "Swedish"}:
        chosen = {name for pair in rng.sample(PAIRS, 2) for name in pair}
        chosen |= set(rng.sample(sorted(HIDDEN), 2))
    return sorted(chosen)


def _in_another_order(names, rng):
    """No name stands where it stands among the sorted ones."""
    order = list(names)
    while any(one == other for one, other in zip(order, names, strict=True)):
        rng.shuffle(order)
    return order
