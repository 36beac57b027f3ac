"""Other kinds."""


def variant(rng):
    return {"carried.keras": "a.keras"}
