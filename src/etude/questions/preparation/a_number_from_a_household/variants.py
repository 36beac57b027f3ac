"""Another number, from other columns in another order, in another file."""

WORDS = ["home", "marital", "job"]
NUMBERS = ["income", "assets", "age"]
ASKED = {
    "expenses": {
        "about": "how much a household spends,",
        "files": ["household", "expenses", "monthly", "spent"],
        "median": "16.3",
        "bars": ("15.6", "12.5", "11.8", "11.5"),
        "numbers": [
            ["income", "age", "seniority"],
            ["assets", "age", "amount"],
            ["income", "assets", "debt"],
            ["income", "assets", "age"],
        ],
    },
    "age": {
        "about": "how old whoever asks for a loan is,",
        "files": ["age", "how_old", "years", "person"],
        "median": "8.99",
        "bars": ("8.6", "6.55", "6.42", "6.34"),
        "numbers": [
            ["income", "assets", "seniority"],
            ["assets", "debt", "seniority"],
            ["income", "amount", "seniority"],
        ],
    },
}


def variant(rng):
    name = rng.choice(list(ASKED) * 2)
    asked = ASKED[name]
    numbers = list(rng.choice(asked["numbers"]))
    rng.shuffle(numbers)
    words = rng.sample(WORDS, len(WORDS))
    return {
        _listed(WORDS, '"'): _listed(words, '"'),
        _listed(WORDS, "`"): _listed(words, "`"),
        _listed(NUMBERS, '"'): _listed(numbers, '"'),
        _listed(NUMBERS, "`"): _listed(numbers, "`"),
        "how much a household spends,": asked["about"],
        "expenses": name,
        "household.keras": f"{rng.choice(asked['files'])}.keras",
        "16.3": asked["median"],
        "15.6, 12.5, 11.8 and 11.5": "{}, {}, {} and {}".format(*asked["bars"]),
        "lower=(15.6, 12.5, 11.8)": "lower=({}, {}, {})".format(*asked["bars"]),
        "bar=11.5": f"bar={asked['bars'][3]}",
    }


def _listed(names, quote):
    return ", ".join(f"{quote}{name}{quote}" for name in names)
