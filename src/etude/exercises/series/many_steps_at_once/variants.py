"""Other numbers of days."""


def variant(rng):
    size, steps = rng.choice([(14, 7), (12, 6), (15, 8), (16, 5)])
    other, few = rng.choice([(9, 4), (10, 3), (11, 2)])
    return {
        "size of 14 and 7 steps": f"size of {size} and {steps} steps",
        "(14, 7": f"({size}, {steps}",
        "size=14, steps=7": f"size={size}, steps={steps}",
        "20 windows": f"{41 - size - steps} windows",
        "9 and 4 steps 28": f"{other} and {few} steps {41 - other - few}",
        "(9, 4": f"({other}, {few}",
    }
