"""Other languages."""


def variant(rng):
    return {"names.keras": "x.keras"}
