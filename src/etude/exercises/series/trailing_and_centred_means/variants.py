"""Another series, and other sizes."""


def variant(rng):
    values = rng.sample(range(1, 21), 10)
    large, small = rng.choice([(5, 3), (7, 3), (7, 5)])
    return {
        "4, 8, 3, 9, 1, 7, 2, 6, 5, 10": ", ".join(map(str, values)),
        "4.0, 8.0, 3.0, 9.0, 1.0, 7.0, 2.0, 6.0, 5.0, 10.0": ", ".join(f"{v}.0" for v in values),
        "the value 9": f"the value {values[3]}",
        "size of 5": f"size of {large}",
        "(function, 5)": f"(function, {large})",
        "size of 3.": f"size of {small}.",
        "(function, 3)": f"(function, {small})",
    }
