"""Another series."""


def variant(rng):
    values = rng.sample(range(1, 21), 10)
    return {
        "4, 8, 3, 9, 1, 7, 2, 6, 5, 10": ", ".join(map(str, values)),
        "4.0, 8.0, 3.0, 9.0, 1.0, 7.0, 2.0, 6.0, 5.0, 10.0": ", ".join(f"{v}.0" for v in values),
        "the value 9": f"the value {values[3]}",
    }
