"""Other amounts, other edges."""


def variant(rng):
    middle = rng.choice([800, 1000, 1200])
    spread = rng.choice([400, 500, 250])
    low, high = rng.choice([(20, 40), (25, 35), (22, 38)])
    return {
        "1000": middle,
        "1000.0": f"{middle}.0",
        "500": spread,
        "500.0": f"{spread}.0",
        "[25, 35, 50]": f"[{low}, {high}, 50]",
        "below 25, 25 to below 35, 35 to below 50": (
            f"below {low}, {low} to below {high}, {high} to below 50"
        ),
    }
