"""Another strength, and other classes held back."""


def variant(rng):
    strength, low, high = rng.choice([("0.15", "0.85", "1.15"), ("0.25", "0.75", "1.25"), ("0.3", "0.7", "1.3")])
    return {"0.2": strength, "(0.8, 1.2)": f"({low}, {high})"}
