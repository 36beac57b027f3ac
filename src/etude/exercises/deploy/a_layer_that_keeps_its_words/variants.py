"""Other words."""


def variant(rng):
    words = rng.choice([
        ("Oslo", "Bergen", "Tromso", "Bodo"),
        ("copper", "iron", "silver", "tin"),
        ("maple", "oak", "birch", "elm"),
        ("Monday", "Friday", "Sunday", "Tuesday"),
    ])
    kind = rng.choice(["OneOf", "Columns", "WordColumns"])
    old = ("Biscoe", "Dream", "Torgersen", "Anvers")
    return {"OneOf": kind, **dict(zip(old, words, strict=True)), "dream": words[1].swapcase()}
