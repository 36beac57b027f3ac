"""Other numbers held out."""


def variant(rng):
    # The numbers held out beside the four that the statement works out.
    other = rng.choice([2, 3, 5, 6])
    return {
        "3 held out": f"{other} held out",
        "first 9": f"first {12 - other}",
        "gives(0, 3": f"gives(0, {other}",
        "gives(1, 3": f"gives(1, {other}",
    }
