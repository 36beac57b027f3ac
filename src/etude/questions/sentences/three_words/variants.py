"""Other languages."""

NAMES = "Czech, Danish, Estonian, Hungarian, Indonesian, Italian, Slovak, Swedish"
PAIRS = (
    ("Danish", "Norwegian"),
    ("Czech", "Slovak"),
    ("Galician", "Spanish"),
    ("Catalan", "Portuguese"),
    ("Danish", "Swedish"),
    ("Estonian", "Finnish"),
    ("Galician", "Portuguese"),
    ("Catalan", "Spanish"),
    ("Catalan", "Galician"),
    ("Portuguese", "Spanish"),
    ("Norwegian", "Swedish"),
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
FILES = ("short.keras", "typed.keras", "tongue.keras")


def variant(rng):
    chosen = _languages(rng)
    return {
        **dict(zip(NAMES.split(", "), chosen, strict=True)),
        "251": sum(HIDDEN[name] for name in chosen),
        "words.keras": rng.choice(FILES),
    }


def _languages(rng):
    """One pair of neighbours and six others, none of them from another pair."""
    chosen = set(rng.choice(PAIRS))
    while len(chosen) < 8:
        more = chosen | {rng.choice(sorted(HIDDEN))}
        if sum(chosen_pair <= more for chosen_pair in map(set, PAIRS)) < 2:
            chosen = more
    return sorted(chosen)
