"""Another number to predict, from other columns in another order, in another file."""

NUMBERS = ["displacement", "horsepower", "weight", "model_year"]
ASKED = {
    "mpg": {
        "about": "how far a car goes on a gallon of fuel, in miles,",
        "hidden": "auto_mpg",
        "median": "6.6",
        "bars": ("5.7", "3.5", "3", "2.75"),
        "given": NUMBERS,
    },
    "weight": {
        "about": "how heavy a car is, in pounds,",
        "hidden": "auto_mpg.weight",
        "median": "741",
        "bars": ("640", "380", "300", "260"),
        "given": ["displacement", "horsepower", "acceleration", "model_year"],
    },
    "displacement": {
        "about": "how large the engine of a car is, in cubic inches,",
        "hidden": "auto_mpg.displacement",
        "median": "98",
        "bars": ("85", "40", "28", "24"),
        "given": ["horsepower", "weight", "acceleration", "model_year"],
    },
}


def variant(rng):
    name = rng.choice(list(ASKED) * 3)
    asked = ASKED[name]
    given = rng.sample(asked["given"], len(asked["given"]))
    return {
        _listed(NUMBERS, '"'): _listed(given, '"'),
        _listed(NUMBERS, "`"): _listed(given, "`"),
        "how far a car goes on a gallon of fuel, in miles,": asked["about"],
        "mpg": name,
        'hidden="auto_mpg"': f'hidden="{asked["hidden"]}"',
        "ordinary.keras": f"{rng.choice(['ordinary', 'cars', 'mended', 'table'])}.keras",
        "32": rng.choice(["32", "40", "48"]),
        "6.6": asked["median"],
        "5.7, 3.5, 3 and 2.75": "{}, {}, {} and {}".format(*asked["bars"]),
        "lower=(5.7, 3.5, 3)": "lower=({}, {}, {})".format(*asked["bars"]),
        "bar=2.75": f"bar={asked['bars'][3]}",
    }


def _listed(names, quote):
    return ", ".join(f"{quote}{name}{quote}" for name in names)
