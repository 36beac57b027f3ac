"""Another measure from other columns in another order, in another file."""

ASKED = {
    "bill_depth_mm": {
        "about": "the depth of a penguin's bill, in millimetres",
        "files": ["bill", "beak", "depth", "raw_to_depth"],
        "median": "1.64",
        "bars": ("1.35", "0.94", "0.9", "0.86"),
        "given": [
            ["bill_length_mm", "body_mass_g", "year"],
            ["bill_length_mm", "body_mass_g", "flipper_length_mm"],
            ["bill_length_mm", "flipper_length_mm", "year"],
        ],
    },
    "bill_length_mm": {
        "about": "the length of a penguin's bill, in millimetres",
        "files": ["bill", "beak", "length", "raw_to_length"],
        "median": "5.43",
        "bars": ("4.9", "3.6", "3.3", "3.1"),
        "given": [
            ["bill_depth_mm", "body_mass_g", "flipper_length_mm"],
            ["body_mass_g", "flipper_length_mm", "year"],
        ],
    },
}


def variant(rng):
    name = rng.choice(list(ASKED))
    asked = ASKED[name]
    given = list(rng.choice(asked["given"]))
    rng.shuffle(given)
    words = rng.sample(["island", "sex"], 2)
    return {
        '"bill_length_mm", "body_mass_g", "year"': ", ".join(f'"{column}"' for column in given),
        "`bill_length_mm`, `body_mass_g`, `year`": ", ".join(f"`{column}`" for column in given),
        '"island", "sex"': '"{}", "{}"'.format(*words),
        "the depth of a penguin's bill, in millimetres": asked["about"],
        "bill_depth_mm": name,
        "bill.keras": f"{rng.choice(asked['files'])}.keras",
        "1.64": asked["median"],
        "1.35, 0.94, 0.9 and 0.86": "{}, {}, {} and {}".format(*asked["bars"]),
        "lower=(1.35, 0.94, 0.9)": "lower=({}, {}, {})".format(*asked["bars"]),
        "bar=0.86": f"bar={asked['bars'][3]}",
    }
