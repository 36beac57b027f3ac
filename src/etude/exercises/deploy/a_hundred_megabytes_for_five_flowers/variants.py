"""Another use, and other numbers of filters and units."""


def variant(rng):
    name, things, kinds = rng.choice([
        ("leaves", "leaves", 6),
        ("birds", "birds", 7),
        ("signs", "road signs", 8),
        ("fruits", "fruits", 9),
    ])
    units = rng.choice([56, 72, 80])
    words = {5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine"}[kinds]
    weights = 32 * 109 * 109 * units
    return {
        "flowers.keras": f"{name}.keras",
        "kinds of flowers": f"kinds of {things}",
        "for five flowers": f"for {words} {things}",
        "name a flower": "tell what a picture shows",
        "Dense(5": f"Dense({kinds}",
        "((5,),)": f"(({kinds},),)",
        "five": words,
        "Dense(64": f"Dense({units}",
        "97 MB": f"{round(4 * weights / 1e6)} MB",
    }
