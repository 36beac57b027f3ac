"""Other plants, other limits."""


def variant(rng):
    plants = rng.choice(
        [
            ("tomato", ["roma", "cherry", "beefsteak"]),
            ("rose", ["floribunda", "rambler", "damask"]),
            ("bean", ["runner", "broad", "kidney"]),
        ]
    )
    highest = rng.choice([250, 300, 320])
    kind, varieties = plants
    return {
        "tomato": kind,
        **dict(zip(["roma", "cherry", "beefsteak"], varieties)),
        "Roma": varieties[0].capitalize(),
        "ROMA": varieties[0].upper(),
        "300": highest,
        "300.5": f"{highest}.5",
        "300.0": f"{highest}.0",
    }
