"""Another folder, and another number of rows."""


def variant(rng):
    folder = rng.choice(["penguins", "served", "colony"])
    count = rng.choice([24, 40, 48])
    units = rng.choice([12, 20, 24])
    return {
        "species/": f"{folder}/",
        'export("species"': f'export("{folder}"',
        'module, "species"': f'module, "{folder}"',
        "`species`": f"`{folder}`",
        "(32, 4)": f"({count}, 4)",
        "32 unprepared": f"{count} unprepared",
        "Dense(16": f"Dense({units}",
    }
