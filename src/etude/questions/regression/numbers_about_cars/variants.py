"""Another number to predict, from other numbers in another order."""

TARGETS = {
    "mpg": {
        "about": "how far a car goes on a gallon of fuel, in miles",
        "files": ["mileage", "fuel", "miles_per_gallon"],
        "hidden": "auto_mpg",
        "rows": 80,
        "median": "6.6",
        "bars": ("5.7", "3.5", "3", "2.75"),
        "columns": ["cylinders", "displacement", "weight", "acceleration", "model_year"],
    },
    "weight": {
        "about": "how heavy a car is, in pounds",
        "files": ["weight", "pounds", "how_heavy"],
        "hidden": "auto_mpg.weight",
        "rows": 80,
        "median": "741",
        "bars": ("640", "400", "330", "290"),
        "columns": ["cylinders", "displacement", "acceleration", "model_year"],
    },
    "horsepower": {
        "about": "how strong the engine of a car is, in horsepower",
        "files": ["power", "engine", "how_strong"],
        "hidden": "auto_mpg.horsepower",
        "rows": 78,
        "median": "35",
        "bars": ("30", "19", "16", "14"),
        "columns": ["cylinders", "displacement", "weight", "acceleration", "model_year"],
    },
    "displacement": {
        "about": "how large the engine of a car is, in cubic inches",
        "files": ["engine_size", "cubic_inches", "litres"],
        "hidden": "auto_mpg.displacement",
        "rows": 80,
        "median": "98",
        "bars": ("85", "40", "29", "25"),
        "columns": ["cylinders", "weight", "acceleration", "model_year"],
    },
}


def variant(rng):
    target = rng.choice(list(TARGETS) * 3)
    asked = TARGETS[target]
    columns = rng.sample(asked["columns"], len(asked["columns"]))
    if target in ("mpg", "horsepower"):  # one of two that tell nearly the same
        columns.remove(rng.choice(["cylinders", "acceleration"]))
    return {
        '"cylinders", "displacement", "weight", "acceleration", "model_year"': ", ".join(
            f'"{name}"' for name in columns
        ),
        "`cylinders`, `displacement`, `weight`, `acceleration`, `model_year`": ", ".join(
            f"`{name}`" for name in columns
        ),
        "five": "four",
        "(n, 5)": "(n, 4)",
        "(318, 5)": "(318, 4)",
        "(5,)": "(4,)",
        "how far a car goes on a gallon of fuel, in miles": asked["about"],
        "mpg": target,
        'hidden="auto_mpg"': f'hidden="{asked["hidden"]}"',
        "80 hidden": f"{asked['rows']} hidden",
        "mileage": rng.choice(asked["files"]),
        "6.6": asked["median"],
        "5.7, 3.5, 3 and 2.75": "{}, {}, {} and {}".format(*asked["bars"]),
        "lower=(5.7, 3.5, 3)": "lower=({}, {}, {})".format(*asked["bars"]),
        "bar=2.75": f"bar={asked['bars'][3]}",
    }
