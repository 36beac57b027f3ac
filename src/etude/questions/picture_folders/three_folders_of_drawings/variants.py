"""Other kinds of drawings, in another order and another size."""

def variant(rng):
    kinds = ["fruit", "plant", "vehicle"]
    return {"drawings.keras": "art.keras"}
