"""Other shares."""


def variant(rng):
    first = rng.choice(["0.8", "0.7", "0.95"])
    second = rng.choice(["0.4", "0.6", "0.3"])
    calls = rng.choice([10, 14])
    return {
        "0.9": first,
        "0.5": second,
        "12 calls": f"{calls} calls",
        "12 different": f"{calls} different",
        "CALLS = 12": f"CALLS = {calls}",
    }
