"""Other limits."""


def variant(rng):
    miles, seconds = rng.choice([24, 25, 26, 27]), rng.choice([15, 16, 17])
    return {
        "25 miles": f"{miles} miles",
        ">= 25": f">= {miles}",
        "16 seconds": f"{seconds} seconds",
        "<= 16": f"<= {seconds}",
    }
