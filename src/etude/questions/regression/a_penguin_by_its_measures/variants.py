"""Another measure, from other columns in another order, in another file."""

ASKED = {
    "body_mass_g": {
        "about": "the body mass of a penguin, in grams",
        "files": ["penguin", "mass", "grams"],
        "median": "688",
        "bars": ("600", "400", "355", "335"),
        "given": [
            ["bill_length_mm", "bill_depth_mm", "flipper_length_mm"],
            ["year", "bill_depth_mm", "flipper_length_mm"],
        ],
    },
    "flipper_length_mm": {
        "about": "the length of a penguin's flippers, in millimetres",
        "files": ["flipper", "wings", "swimmer"],
        "median": "12.9",
        "bars": ("11.5", "7.5", "6.3", "5.7"),
        "given": [
            ["bill_length_mm", "bill_depth_mm", "body_mass_g"],
            ["year", "bill_depth_mm", "body_mass_g"],
            ["bill_length_mm", "year", "body_mass_g"],
        ],
    },
    "bill_depth_mm": {
        "about": "the depth of a penguin's bill, in millimetres",
        "files": ["bill", "beak", "depth"],
        "median": "1.64",
        "bars": ("1.48", "1.11", "1.05", "1"),
        "given": [
            ["bill_length_mm", "body_mass_g", "flipper_length_mm"],
            ["bill_length_mm", "year", "flipper_length_mm"],
        ],
    },
}


def variant(rng):
    name = rng.choice(list(ASKED))
    asked = ASKED[name]
    given = list(rng.choice(asked["given"]))
    rng.shuffle(given)
    return {
        '"bill_length_mm", "bill_depth_mm", "flipper_length_mm"': (
            ", ".join(f'"{column}"' for column in given)
        ),
        "`bill_length_mm`, `bill_depth_mm`, `flipper_length_mm`": (
            ", ".join(f"`{column}`" for column in given)
        ),
        "the body mass of a penguin, in grams": asked["about"],
        "body_mass_g": name,
        "penguin.keras": f"{rng.choice(asked['files'])}.keras",
        "688": asked["median"],
        "600, 400, 355 and 335": "{}, {}, {} and {}".format(*asked["bars"]),
        "lower=(600, 400, 355)": "lower=({}, {}, {})".format(*asked["bars"]),
        "bar=335": f"bar={asked['bars'][3]}",
    }
