"""Another budget."""


def variant(rng):
    budget = rng.choice(["11,000", "13,000", "14,000", "15,000"])
    return {"12,000": budget, "12_000": budget.replace(",", "_")}
